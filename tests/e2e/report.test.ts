import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inChromium, launchChromium, NO_CHROMIUM } from '../kit/chromium.ts';
import { NOW } from '../kit/department.ts';
import { NO_POPPLER, pdfFonts, pdfPages, pdfText, withoutBlanks, withPoppler } from '../kit/poppler.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { testCodes } from '../subgraphs/registry/testCodes.ts';
import { registerEnterprise } from '../subgraphs/credit/report/reportTest.ts';

interface Fact {
  readonly id: string;
  readonly title: string;
  readonly factType: string;
  readonly department: { readonly name: string };
}

interface Unit {
  readonly uscc: string;
  readonly name: string;
  readonly timeline: { readonly totalCount: number; readonly nodes: readonly Fact[] };
}

const UNITS = `{ enterprises(first: 40) { nodes { uscc name timeline(first: 1) { totalCount } } } }`;
const FACTS = `query($uscc: USCC!) { enterprise(uscc: $uscc) { timeline(first: 100) {
  totalCount nodes { id title factType department { name } }
} } }`;

describe('the credit report of the sample city’s richest enterprise', () => {
  const folder = temporaryFolder();
  let city: TestCity;
  let unit: Unit;
  let browser: Browser | undefined;

  beforeAll(async () => {
    city = await startTestCity({ clock: () => NOW, sampleOf: 40 });
    await city.settled();
    const { data } = await city.ask(UNITS, {}, 'judiciary');
    const { nodes } = data?.['enterprises'] as { nodes: readonly Unit[] };
    const [richest] = nodes.toSorted((one, other) => other.timeline.totalCount - one.timeline.totalCount);
    if (richest === undefined) throw new Error('The sample has no enterprises.');
    unit = richest;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await city.stop();
  });

  async function factsOf(department?: string): Promise<readonly Fact[]> {
    const { data } = await city.ask(FACTS, { uscc: unit.uscc }, department);
    return (data?.['enterprise'] as Unit).timeline.nodes;
  }

  /** Fetches a report into a file. */
  async function fetchReport(
    name: string,
    uscc = unit.uscc,
    department?: string,
  ): Promise<Response & { file: string }> {
    const headers = department === undefined ? {} : { authorization: await city.bearer(department) };
    const response = await fetch(`${city.url}/reports/${uscc}.pdf`, { headers });
    const file = join(folder, `${name}.pdf`);
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
    return Object.assign(response, { file });
  }

  /** The code that stands in the text of a report. */
  const codeIn = (text: string): string => /核验码((?:[0-9A-Z]{4}-){6}[0-9A-Z]{4})/.exec(text)?.[1] ?? '';

  withPoppler(
    `holds every fact that the public may see and no other, in text and as an image${NO_POPPLER}`,
    async () => {
      const { status, headers, file } = await fetchReport('open');
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-disposition')).toMatch(/^inline; filename="CR20260615(-[0-9A-Z]{4}){3}\.pdf"$/);
      expect((await readFile(file)).length).toBeLessThan(500_000);

      const text = await pdfText(file);
      const open = await factsOf();
      expect(open.length).toBeGreaterThan(20);
      expect(open.filter(({ title }) => !text.includes(withoutBlanks(title)))).toEqual([]);
      const ids = new Set(open.map(({ id }) => id));
      const titles = new Set(open.map(({ title }) => title));
      const hidden = (await factsOf('registry')).filter(({ id, title }) => !ids.has(id) && !titles.has(title));
      expect(hidden.map(({ factType }) => factType)).toContain('RiskClass');
      expect(hidden.filter(({ title }) => text.includes(withoutBlanks(title)))).toEqual([]);

      for (const words of [
        '公共信用信息报告',
        unit.name,
        unit.uscc,
        '供社会公众查询',
        '示例城市数据',
        '第1页共',
        '公共信用综合评价',
      ])
        expect(text).toContain(withoutBlanks(words));
      expect(await pdfFonts(file)).toEqual(
        ['Medium', 'Regular'].map((weight) => ({
          name: expect.stringMatching(new RegExp(`^[A-Z]{6}\\+NotoSansSC-${weight}$`)) as string,
          marks: 'yes yes yes',
        })),
      );
      const pages = await pdfPages(file);
      expect(pages.length).toBeGreaterThan(2);
      for (const page of pages) expect((await readFile(page)).length).toBeGreaterThan(5_000);
    },
  );

  withPoppler(
    `asked for by a department holds what departments share, and says for whom it is${NO_POPPLER}`,
    async () => {
      const text = await pdfText((await fetchReport('internal', unit.uscc, 'judiciary')).file);
      const shared = await factsOf('judiciary');
      expect(shared.filter(({ title }) => !text.includes(withoutBlanks(title)))).toEqual([]);
      expect(text).toContain('供政府部门、法院查询');
      expect(text).not.toMatch(/tester|judiciary/);
    },
  );

  withPoppler(`is a new one each time, and marks a fact that is objected to${NO_POPPLER}`, async () => {
    const one = await pdfText((await fetchReport('one')).file);
    const fact = (await factsOf()).find(({ factType }) => factType === 'AdministrativePenalty');
    const input = { factType: 'AdministrativePenalty', fact: fact?.id, grounds: ['ERROR'], statement: '处罚对象有误' };
    const file =
      'mutation($input: ObjectionInput!) { objectionFile(input: $input) { objection { id } errors { message } } }';
    const { data, errors } = await city.ask(file, { input }, { enterprise: unit.uscc });
    expect([data?.['objectionFile'], errors]).toMatchObject([{ objection: {}, errors: [] }, undefined]);
    const other = await pdfText((await fetchReport('other')).file);
    expect(codeIn(one)).not.toBe(codeIn(other));
    const marks = (text: string): number => text.split('异议处理中').length;
    expect(marks(other)).toBe(marks(one) + 1);
  });

  withPoppler(
    `says of an enterprise without facts that there are none, and has no mark of a sample${NO_POPPLER}`,
    async () => {
      const [bare = '', unknown = ''] = testCodes(2);
      await registerEnterprise(city, bare, {});
      const text = await pdfText((await fetchReport('bare', bare)).file);
      expect(text).toContain('截至报告生成时，未查询到可展示的公共信用信息。');
      expect(text).not.toContain('示例城市数据');
      const none = await fetch(`${city.url}/reports/${unknown}.pdf`);
      expect([none.status, await none.json()]).toMatchObject([
        404,
        { errors: [{ extensions: { code: 'ENTERPRISE_UNKNOWN' } }] },
      ]);
    },
  );

  inChromium(
    `is verified on a page that needs no scripts, before and after a correction${NO_CHROMIUM}${NO_POPPLER}`,
    async () => {
      const code = codeIn(await pdfText((await fetchReport('verified')).file));
      browser = await launchChromium();
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1000, height: 900 } });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));

      await page.goto(`${city.url}/verify`);
      await page.fill('#code', code.toLowerCase().replaceAll('-', ' '));
      await page.click('button');
      expect(await page.textContent('h3')).toContain('报告由本平台出具，内容没有变化');
      expect(await page.textContent('dl')).toContain(unit.name);
      await page.screenshot({ path: join(folder, 'unchanged.png'), caret: 'initial' });

      const fact = (await factsOf()).find(({ factType }) => factType === 'SpotCheck');
      const correct =
        'mutation($id: ID!) { spotCheckCorrect(id: $id, input: { taskName: "更正后的抽查" }, note: "笔误") { changed } }';
      expect((await city.ask(correct, { id: fact?.id }, 'registry')).data).toEqual({
        spotCheckCorrect: { changed: true },
      });
      await city.settled();
      await page.goto(`${city.url}/verify?code=${code}`);
      expect(await page.textContent('h3')).toContain('报告由本平台出具，内容已有变化');
      expect(await page.locator('li b').allTextContents()).toEqual([expect.any(String), '1', '0', '0']);
      expect(await page.textContent('main')).not.toContain('更正后的抽查');
      await page.screenshot({ path: join(folder, 'changed.png'), caret: 'initial' });

      await page.goto(`${city.url}/verify?code=${code.replace(/^./, (first) => (first === '0' ? '1' : '0'))}`);
      expect(await page.textContent('h3')).toContain('未查询到该报告');
      expect(complaints).toEqual([]);
    },
  );
});
