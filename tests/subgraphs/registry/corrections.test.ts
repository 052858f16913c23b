import { annualReports } from '../../../subgraphs/registry/collections/annualReports.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { commandsOf } from '../../kit/commands.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { REPORT } from './annualReportSample.ts';
import { correct, entered, ENTERPRISE, openRegistry, STAFF } from './openRegistry.ts';

const CORRECTIONS = 'corrections { revision correctedOn isLate changes { field title before after } }';

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

let year = 2013;
/** A report of its own for each test. */
const report = (values: object) => entered(registry, 'annualReport', { ...REPORT, year: (year += 1), ...values });

async function correctionsOf(id: string, caller = ANONYMOUS): Promise<unknown> {
  const { data } = await registry.ask(`{ annualReport(id: "${id}") { ${CORRECTIONS} } }`, {}, { caller });
  return (data?.['annualReport'] as { corrections: unknown } | undefined)?.corrections;
}

const change = (field: string, title: string, before: string | null, after: string | null) => ({
  field,
  title,
  before,
  after,
});

describe('corrections of an annual report', () => {
  it('show what stood before beside what stands after, newest first', async () => {
    const id = await report({});
    expect(await correctionsOf(id)).toEqual([]);
    await correct(registry, 'annualReport', id, { phone: '0591-11112222', operatingState: 'SUSPENDED' });
    await correct(registry, 'annualReport', id, {
      overdueAmount: '40000',
      websites: [{ name: '测试网', url: 'https://example.cn' }],
      email: null,
    });
    expect(await correctionsOf(id)).toEqual([
      {
        revision: 3,
        correctedOn: '2026-06-15',
        isLate: true,
        changes: [
          change('email', '电子邮箱', 'office@example.cn', null),
          change('websites', '网站网店', 'SHOP，测试旗舰店，https://shop.example.cn', '测试网，https://example.cn'),
          change('overdueAmount', '逾期未支付中小企业款项金额', '35000.00', '40000.00'),
        ],
      },
      {
        revision: 2,
        correctedOn: '2026-06-15',
        isLate: true,
        changes: [
          change('phone', '联系电话', '0591-87654321', '0591-11112222'),
          change('operatingState', '存续状态', '开业', '歇业'),
        ],
      },
    ]);
  });

  it('of the authority are taken after 30 June as well, and shown as late', async () => {
    const id = await report({ year: 2025, filedOn: '2026-03-01' });
    for (const [postcode, now] of [
      ['350002', '2026-06-30T15:59:59Z'],
      ['350003', '2026-06-30T16:00:00Z'],
    ] as const) {
      const document = `mutation { annualReportCorrect(id: "${id}", input: { postcode: "${postcode}" }, note: "更正") { errors { code } } }`;
      const corrected = await registry.ask(document, {}, { caller: STAFF, now: new Date(now) });
      expect(corrected).toEqual({ data: { annualReportCorrect: { errors: [] } } });
    }
    expect(await correctionsOf(id)).toMatchObject([
      { correctedOn: '2026-07-01', isLate: true },
      { correctedOn: '2026-06-30', isLate: false },
    ]);
  });

  it('do not tell a figure that is closed, but tell it to the registry', async () => {
    const id = await report({});
    await correct(registry, 'annualReport', id, { revenue: '13000000' });
    expect(await correctionsOf(id)).toEqual([]);
    expect(await correctionsOf(id, staffOf('tax'))).toEqual([]);
    expect(await correctionsOf(id, STAFF)).toMatchObject([
      { changes: [change('revenue', '营业总收入', '12000000.00', '13000000.00')] },
    ]);
  });

  it('do not open the past of a figure that was closed then, nor keep open what is closed now', async () => {
    const id = await report({ openFigures: ['TAX_PAID'] });
    await correct(registry, 'annualReport', id, { revenue: '13000000', taxPaid: '90000', openFigures: ['REVENUE'] });
    const choice = change('openFigures', '选择公示的数据', '纳税总额', '营业总收入');
    expect(await correctionsOf(id)).toMatchObject([
      { revision: 2, changes: [choice, change('revenue', '营业总收入', null, '13000000.00')] },
    ]);
  });

  it('do not show the public a revision that was for departments only', async () => {
    const id = await report({ subjectUscc: '92350102MA33K1X74B', openReport: false });
    await correct(registry, 'annualReport', id, { openReport: true });
    expect(await correctionsOf(id)).toEqual([]);
    expect(await correctionsOf(id, staffOf('tax'))).toMatchObject([
      { revision: 2, changes: [change('openReport', '是否公示年报', '否', '是')] },
    ]);
  });

  it('of a page of reports cost one command', async () => {
    const ids = [await report({}), await report({})];
    for (const id of ids) await correct(registry, 'annualReport', id, { phone: '0591-11112222' });
    const sent = await commandsOf(registry, () =>
      registry.ask(`{ enterprise(uscc: "${ENTERPRISE}") { annualReports { nodes { year ${CORRECTIONS} } } } }`),
    );
    expect(sent.map(({ collection }) => collection).sort()).toEqual([
      annualReports.name,
      `${annualReports.name}_revisions`,
      'enterprises',
    ]);
  });
});
