import type { Browser } from 'playwright-core';
import { buildPortal } from '../../src/portal/buildPortal.ts';
import { inChromium, launchChromium, NO_CHROMIUM as reason, openClosedPage } from '../kit/chromium.ts';
import { startToyGateway, type ToyGateway } from '../kit/startToyGateway.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { TOY_CODES } from '../kit/toySubgraphs.ts';

const EXAMPLES = [
  {
    title: '按统一社会信用代码查询一家企业',
    query:
      '# 一家企业的登记信息\nquery Enterprise($uscc: USCC!) {\n  enterprise(uscc: $uscc) {\n    uscc\n    name\n  }\n}\n',
    variables: { uscc: TOY_CODES[0] },
  },
  {
    title: '企业列表：纳税信用等级与裁判文书',
    query:
      'query Enterprises {\n  enterprises(first: 2) {\n    name # 企业名称（全称）\n    taxRating\n    judgments { number }\n  }\n}\n',
    variables: {},
  },
];

/** GraphiQL writes its tabs down half a second after they changed. */
const KEPT_AFTER_MS = 800;

describe('the explorer in a browser without any other server', () => {
  const folder = temporaryFolder();
  let gateway: ToyGateway;
  let browser: Browser;

  beforeAll(async () => {
    if (reason !== '') return;
    await buildPortal(folder);
    gateway = await startToyGateway({ portalFolder: folder, examples: async () => Promise.resolve(EXAMPLES) });
    browser = await launchChromium();
  }, 60_000);

  afterAll(async () => {
    if (reason !== '') return;
    await browser.close();
    await gateway.stop();
  });

  inChromium(`opens with the first example and runs it${reason}`, async () => {
    const { page, foreign, complaints } = await openClosedPage(browser, gateway.url);
    expect(await page.title()).toBe('福州市公共信用图谱 · Credit Graph');
    await page.click('.graphiql-execute-button');
    await page.locator('.result-window', { hasText: '榕城' }).waitFor();
    expect(await page.locator('.result-window').innerText()).toContain('福州榕城贸易有限公司');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  inChromium(`opens another example from the list in a tab of its own, and runs it${reason}`, async () => {
    const { page, foreign, complaints } = await openClosedPage(browser, gateway.url);
    await page.getByRole('button', { name: '企业列表：纳税信用等级与裁判文书' }).click();
    await page.getByRole('tab', { name: 'Enterprises' }).waitFor();
    await page.click('.graphiql-execute-button');
    await page.locator('.result-window', { hasText: '闽0102' }).waitFor();
    expect(await page.locator('.result-window').innerText()).toContain('（2024）闽0102执1号');
    expect(await page.getByRole('tab').count()).toBe(2);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  inChromium(`keeps the query and its variables when it is opened again${reason}`, async () => {
    const { page, complaints } = await openClosedPage(browser, gateway.url);
    await page.getByRole('button', { name: '企业列表：纳税信用等级与裁判文书' }).click();
    await page.getByRole('tab', { name: 'Enterprises' }).waitFor();
    await page.getByRole('tab', { name: 'Enterprise', exact: true }).click();
    await page.waitForTimeout(KEPT_AFTER_MS);
    await page.reload();
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'query Enterprise(' }).waitFor();
    await page.click('.graphiql-execute-button');
    await page.locator('.result-window', { hasText: '榕城' }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  inChromium(`shows the schema in the documentation panel${reason}`, async () => {
    const { page, foreign, complaints } = await openClosedPage(browser, gateway.url);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query' }).first().click();
    await page.getByText('One enterprise by its code (企业).').waitFor();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
