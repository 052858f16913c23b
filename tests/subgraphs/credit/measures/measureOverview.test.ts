import type { Caller } from '../../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { enterListed, openCredit, UNIT, WAGES } from '../listTest.ts';

const CREATE = `mutation ($fact: ID!, $input: MeasureExecutionInput!) {
  written: measureExecutionCreate(fact: $fact, input: $input) { id errors { field code } } }`;
const OVERVIEW = `query ($department: String, $measure: ID) { measureOverview(department: $department, measure: $measure) {
  measure { id } implementer { department } open executed } }`;
const REPORT = { measureId: 'procurement-ban', scene: 'PROCUREMENT', executedOn: '2026-06-10', outcome: 'APPLIED' };

describe('reports of executed measures', () => {
  let credit: TestDepartment;
  let fact: string;
  const report = async (caller: Caller, input: object = REPORT, of = fact) => {
    const { data, errors } = await credit.ask(CREATE, { fact: of, input }, { caller });
    await credit.settle();
    const code = errors?.[0]?.extensions['code'];
    return code === undefined ? (data?.['written'] as { id: string | null; errors: readonly object[] }) : { code };
  };
  const progress = async (asked: object, request = {}) => {
    const { data, errors } = await credit.ask(OVERVIEW, { ...asked }, { caller: staffOf('credit'), ...request });
    expect(errors).toBeUndefined();
    return (data?.['measureOverview'] as { open: number; executed: number }[]).map(({ open, executed }) => [
      open,
      executed,
    ]);
  };
  const stored = () => credit.subgraph.database.db.collection('measureExecutions').countDocuments();
  beforeEach(async () => {
    credit = await openCredit();
    fact = await enterListed(credit, WAGES);
  });
  afterEach(() => credit.close());

  it('are taken from the department that applies the measure, and count as executed', async () => {
    expect(await progress({ measure: 'procurement-ban' })).toEqual([[1, 0]]);
    const written = await report(staffOf('finance'));
    expect(written).toMatchObject({ errors: [] });
    expect(await progress({ measure: 'procurement-ban' })).toEqual([[0, 1]]);
    const { data } = await credit.ask(
      `{ measureExecutions(department: "finance") { totalCount nodes { measure { id } list { id } factId executingDepartment
         outcome subject { uscc } record { usageScope polarity } } } }`,
      {},
      { caller: staffOf('labour') },
    );
    expect(data?.['measureExecutions']).toEqual({
      totalCount: 1,
      nodes: [
        {
          measure: { id: 'procurement-ban' },
          list: { id: 'wage-arrears' },
          factId: fact,
          executingDepartment: 'finance',
          outcome: 'APPLIED',
          subject: { uscc: UNIT },
          record: { usageScope: 'GOV_SHARED', polarity: 'NEUTRAL' },
        },
      ],
    });
  });

  it('are refused from a department that the measure is not for, the credit office included', async () => {
    for (const department of ['labour', 'credit'])
      expect(await report(staffOf(department))).toMatchObject({
        id: null,
        errors: [{ field: 'measureId', code: 'CODE_UNKNOWN' }],
      });
    expect(await stored()).toBe(0);
  });

  it('are refused of a measure that the list does not lead to, in another scene, or on a day ahead', async () => {
    const finance = staffOf('finance');
    const refusals = [
      await report(finance, { ...REPORT, measureId: 'land-limit' }),
      await report(finance, { ...REPORT, scene: 'LAND' }),
      await report(finance, { ...REPORT, executedOn: '2026-06-16' }),
    ];
    expect(refusals).toMatchObject([
      { errors: [{ field: 'measureId' }] },
      { errors: [{ field: 'scene' }] },
      { errors: [{ field: 'executedOn' }] },
    ]);
    expect(await stored()).toBe(0);
  });

  it('are refused without the scope of the own department, from the public, and on a fact that does not stand', async () => {
    const withoutScope: Caller = { ...staffOf('finance'), scopes: new Set(['credit:*']) };
    expect(await report(withoutScope)).toEqual({ code: 'FORBIDDEN' });
    expect(await report({ audience: 'OPEN', scopes: new Set() })).toEqual({ code: 'FORBIDDEN' });
    expect(await report(staffOf('finance'), REPORT, 'unheard-of')).toEqual({ code: 'FACT_UNKNOWN' });
    expect(await stored()).toBe(0);
  });

  it('are corrected and annulled by the department that made them alone', async () => {
    const { id } = (await report(staffOf('finance'))) as { id: string };
    const correct = `mutation ($id: ID!) { measureExecutionCorrect(id: $id, input: { outcome: LIFTED }, note: "x") { revision } }`;
    const annul = `mutation ($id: ID!) { measureExecutionAnnul(id: $id, note: "x") { revision } }`;
    for (const document of [correct, annul]) {
      const { errors } = await credit.ask(document, { id }, { caller: staffOf('labour') });
      expect(errors).toMatchObject([{ extensions: { code: 'FACT_UNKNOWN' } }]);
    }
    const corrected = await credit.ask(correct, { id }, { caller: staffOf('finance') });
    expect(corrected.data).toEqual({ measureExecutionCorrect: { revision: 2 } });
    expect(await progress({ measure: 'procurement-ban' })).toEqual([[1, 0]]);
    const annulled = await credit.ask(annul, { id }, { caller: staffOf('finance') });
    expect(annulled.data).toEqual({ measureExecutionAnnul: { revision: 3 } });
  });

  it('count no more, and nothing is open, once the fact behind them has ended', async () => {
    await report(staffOf('finance'));
    const later = { now: new Date('2028-01-11T04:00:00Z') };
    expect(await progress({ measure: 'procurement-ban' }, later)).toEqual([[0, 0]]);
    await credit.ask(
      `mutation ($id: ID!) { listEntryAnnul(id: $id, note: "x") { revision } }`,
      { id: fact },
      { caller: staffOf('credit') },
    );
    await credit.settle();
    expect(await progress({ measure: 'procurement-ban' })).toEqual([[0, 0]]);
  });

  it('are looked over by department', async () => {
    const rows = await progress({ department: 'labour' });
    expect(rows).toEqual([[1, 0]]);
  });
});
