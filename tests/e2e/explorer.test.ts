import type { Browser } from 'playwright-core';
import { inChromium, launchChromium, NO_CHROMIUM as reason, openClosedPage } from '../kit/chromium.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';

/** A small sample has rows of all kinds too; the examples over the one that users get are run in product.test.ts. */
const SAMPLE = 100;

describe('the page of the product over a sample city, with every other host blocked', () => {
  let city: TestCity;
  let browser: Browser;

  beforeAll(async () => {
    if (reason !== '') return;
    city = await startTestCity({ sampleOf: SAMPLE });
    await city.settled();
    browser = await launchChromium();
  }, 300_000);

  afterAll(async () => {
    if (reason !== '') return;
    await browser.close();
    await city.stop();
  });

  inChromium(`opens with an enterprise that has facts of three departments, and answers${reason}`, async () => {
    const { page, foreign, complaints } = await openClosedPage(browser, city.url);
    await page.click('.graphiql-execute-button');
    await page.locator('.result-window', { hasText: '（示例）' }).waitFor();
    const reply = await page.evaluate(async () => {
      const examples = (await (await fetch('/portal/open.json')).json()) as { query: string; variables: object }[];
      const [{ query, variables } = { query: '', variables: {} }] = examples;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return answer.json();
    });
    expect(reply).toMatchObject({
      data: {
        enterprise: {
          name: expect.stringContaining('（示例）') as string,
          permits: { totalCount: expect.any(Number) as number },
          penalties: {
            nodes: expect.arrayContaining([
              expect.objectContaining({ authority: expect.any(String) as string }),
            ]) as unknown,
          },
          judgmentDefaulterRecords: { nodes: expect.any(Array) as unknown },
        },
      },
    });
    expect(await page.locator('.result-window').innerText()).toContain('（示例）');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  inChromium(
    `runs every example that it offers, without an error in the answer${reason}`,
    async () => {
      const { page, foreign, complaints } = await openClosedPage(browser, city.url);
      const buttons = page.locator('.examples button');
      await buttons.first().waitFor();
      expect(await buttons.count()).toBeGreaterThanOrEqual(6);
      for (const button of await buttons.all()) {
        await button.click();
        await page.waitForTimeout(300);
        const answer = page.waitForResponse((response) => response.url().endsWith('/graphql'));
        await page.click('.graphiql-execute-button');
        const body = (await (await answer).json()) as { readonly data: object; readonly errors?: unknown };
        expect([await button.innerText(), body.errors]).toEqual([expect.any(String), undefined]);
        expect(Object.values(body.data)).not.toContain(null);
      }
      expect(foreign).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    90_000,
  );

  inChromium(`answers a query that a reader types${reason}`, async () => {
    const { data } = await city.ask('{ enterprises(first: 1) { nodes { uscc name } } }');
    const [known] = (data?.['enterprises'] as { nodes: readonly { uscc: string; name: string }[] }).nodes;
    const { page } = await openClosedPage(browser, city.url);
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('Control+A');
    // The editor closes the first brace by itself.
    await page.keyboard.insertText(`{ enterprise(uscc: "${known?.uscc ?? ''}") { name }`);
    // It reads the operation's name a moment after the last key.
    await page.waitForTimeout(1_000);
    await page.keyboard.press('Control+Enter');
    await page.locator('.result-window', { hasText: known?.name ?? 'no enterprise' }).waitFor();
    await page.context().close();
  });
});
