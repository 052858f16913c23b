import { timelineOf } from '../../../../subgraphs/credit/timeline/readableFacts.ts';
import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { openCredit, OTHER_UNIT, UNIT } from '../listTest.ts';
import { FILED, filed, subjectOf, TAX, write } from './commitmentTest.ts';

const BROKEN = 'fulfilment: PARTIAL, unperformed: "未补齐材料", liabilityPursued: "撤销许可", note: "到期核查"';

let credit: TestDepartment;
beforeEach(async () => {
  credit = await openCredit();
});
afterEach(() => credit.close());

const read = async (id: string, request: Parameters<TestDepartment['ask']>[2] = {}) => {
  const { data } = await credit.ask(
    `query ($id: ID!) { commitment(id: $id) { fulfilment unperformed confirmedOn confirmUnit supervision foundFalseOn
      record { polarity severity publicity { until } } } }`,
    { id },
    request,
  );
  return data?.['commitment'];
};
const stored = () => credit.subgraph.database.db.collection('commitments').findOne();

describe('commitmentConfirm', () => {
  it('has a breach feed back: a dishonest fact with a term, in the index as well', async () => {
    const id = await filed(credit);
    const { written } = await write(credit, TAX, `commitmentConfirm(id: $id, ${BROKEN})`, { id });
    expect(written).toEqual({ id, revision: 2, errors: [] });
    expect(await read(id)).toEqual({
      fulfilment: 'PARTIAL',
      unperformed: '未补齐材料',
      confirmedOn: '2026-06-15',
      confirmUnit: 'tax',
      supervision: 'COMPLETED',
      foundFalseOn: null,
      record: { polarity: 'NEGATIVE', severity: 'GENERAL', publicity: { until: '2027-06-15' } },
    });
    const indexed = await timelineOf(credit.subgraph.database).findOne({ _id: id });
    expect(indexed).toMatchObject({ type: 'Commitment', record: { polarity: 'NEGATIVE', severity: 'GENERAL' } });
    expect(await read(id, { now: new Date('2027-06-15T15:59:59Z') })).not.toBeNull();
    expect(await read(id, { now: new Date('2027-06-15T16:00:00Z') })).toBeNull();
  });

  it('names the confirming department by its title where it has a folder here', async () => {
    const id = await filed(credit);
    await write(credit, staffOf('credit'), 'commitmentConfirm(id: $id, fulfilment: FULL, note: "验收")', { id });
    expect(await read(id)).toMatchObject({ confirmUnit: '市信用办', record: { polarity: 'POSITIVE', severity: null } });
  });

  it('asks for what was not performed, and for nothing else', async () => {
    const id = await filed(credit);
    const missing = await write(credit, TAX, 'commitmentConfirm(id: $id, fulfilment: NONE, note: "核查")', { id });
    expect(missing.written?.errors.map(({ field }) => field)).toEqual(['unperformed', 'liabilityPursued']);
    const stale = await write(
      credit,
      TAX,
      'commitmentConfirm(id: $id, fulfilment: FULL, note: "核查", expectedRevision: 7)',
      { id },
    );
    expect(stale.codes).toEqual(['REVISION_CONFLICT']);
    expect(await stored()).toMatchObject({ fulfilment: 'IN_PROGRESS', record: { revision: 1 } });
  });

  it('is for departments that may see the promise', async () => {
    const id = await filed(credit, { ...FILED, publicity: 'AUTHORISED_QUERY' });
    const call = 'commitmentConfirm(id: $id, fulfilment: FULL, note: "核查")';
    expect((await write(credit, subjectOf(UNIT), call, { id })).codes).toEqual(['FORBIDDEN']);
    expect((await write(credit, TAX, call, { id })).codes).toEqual(['FACT_UNKNOWN']);
    expect(await stored()).toMatchObject({ record: { revision: 1 } });
    expect((await write(credit, staffOf('credit'), call, { id })).written).toMatchObject({ revision: 2 });
  });
});

describe('commitmentWithdraw and commitmentRefuse', () => {
  it('are the promiser’s and the unit’s; nobody reads the promise from then on', async () => {
    const withdrawn = await filed(credit);
    const other = await write(credit, subjectOf(OTHER_UNIT), 'commitmentWithdraw(id: $id, note: "不办了")', {
      id: withdrawn,
    });
    expect(other.codes).toEqual(['FORBIDDEN']);
    expect(await read(withdrawn)).not.toBeNull();
    await write(credit, subjectOf(UNIT), 'commitmentWithdraw(id: $id, note: "不办了")', { id: withdrawn });
    expect(await read(withdrawn)).toBeNull();
    const refused = await filed(credit, { ...FILED, reason: '另一事项' });
    expect(
      (await write(credit, subjectOf(UNIT), 'commitmentRefuse(id: $id, note: "不符")', { id: refused })).codes,
    ).toEqual(['FORBIDDEN']);
    await write(credit, TAX, 'commitmentRefuse(id: $id, note: "不符")', { id: refused });
    expect(await read(refused, { caller: staffOf('credit') })).toBeNull();
  });

  it('do not undo what was judged', async () => {
    const id = await filed(credit);
    await write(credit, TAX, `commitmentConfirm(id: $id, ${BROKEN})`, { id });
    const { written } = await write(credit, subjectOf(UNIT), 'commitmentWithdraw(id: $id, note: "撤回")', { id });
    expect(written?.errors).toEqual([{ field: 'endedOn', code: 'NOT_APPLICABLE' }]);
    expect(await read(id)).not.toBeNull();
  });
});

describe('commitmentFindFalse', () => {
  it('makes a promise dishonest, also one that was said to be performed', async () => {
    const id = await filed(credit);
    await write(credit, TAX, 'commitmentConfirm(id: $id, fulfilment: FULL, note: "验收")', { id });
    const early = await write(
      credit,
      TAX,
      'commitmentFindFalse(id: $id, foundFalseOn: "2026-06-14", note: "核查不实")',
      { id },
    );
    expect(early.written?.errors).toEqual([{ field: 'foundFalseOn', code: 'DATE_ORDER' }]);
    await write(credit, TAX, 'commitmentFindFalse(id: $id, note: "核查不实")', { id });
    expect(await read(id)).toMatchObject({
      foundFalseOn: '2026-06-15',
      record: { polarity: 'NEGATIVE', severity: 'GENERAL' },
    });
  });
});

describe('a judgment', () => {
  const CALLS = [
    'commitmentConfirm(id: $id, fulfilment: FULL, note: "验收")',
    'commitmentFindFalse(id: $id, note: "核查不实")',
    'commitmentRefuse(id: $id, note: "不符")',
  ];

  it.each(CALLS)('asks for the department’s own scope: %s', async (call) => {
    const id = await filed(credit);
    for (const scopes of [[], ['tax:rating:write'], ['judiciary:*']]) {
      expect((await write(credit, { ...TAX, scopes: new Set(scopes) }, call, { id })).codes).toEqual(['FORBIDDEN']);
    }
    expect(await stored()).toMatchObject({ record: { revision: 1 } });
    const judge = { ...TAX, scopes: new Set(['tax:commitment:judge']) };
    expect((await write(credit, judge, call, { id })).written).toMatchObject({ revision: 2, errors: [] });
  });

  it('is that department’s and the credit office’s from then on', async () => {
    const [confirm = '', findFalse = '', refuse = ''] = CALLS;
    for (const first of [confirm, findFalse]) {
      const id = await filed(credit, { ...FILED, kind: 'VOLUNTARY' });
      await write(credit, TAX, first, { id });
      for (const call of [confirm, findFalse, refuse])
        expect((await write(credit, staffOf('judiciary'), call, { id })).codes).toEqual(['FORBIDDEN']);
      expect((await write(credit, TAX, findFalse, { id })).codes).toEqual([]);
      expect((await write(credit, staffOf('credit'), confirm, { id })).written).toMatchObject({ errors: [] });
    }
  });
});
