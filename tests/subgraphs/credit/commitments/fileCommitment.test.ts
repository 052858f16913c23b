import type { FactDocumentBase } from '../../../../src/data/FactDocument.ts';
import { commitments } from '../../../../subgraphs/credit/collections/commitments.ts';
import { staffOf, type TestDepartment } from '../../../kit/department.ts';
import { DEFAULTER, index, openCredit, OTHER_UNIT, UNIT } from '../listTest.ts';
import { FILED, filed, subjectOf, TAX, write } from './commitmentTest.ts';

let credit: TestDepartment;
beforeEach(async () => {
  credit = await openCredit();
});
afterEach(() => credit.close());

const stored = () => credit.subgraph.database.db.collection<FactDocumentBase>('commitments').find().toArray();
const file = (input: object, caller = subjectOf(UNIT)) =>
  write(credit, caller, 'commitmentFile(input: $input)', { input });

describe('commitmentFile', () => {
  it('takes a promise of the enterprise itself, numbers it and shows it to the public', async () => {
    const first = await filed(credit);
    const second = await filed(credit, { ...FILED, reason: '另一事项' });
    expect(second).not.toBe(first);
    const { data, errors } = await credit.ask(
      `query ($id: ID!) { commitment(id: $id) { code kind fulfilment promisedOn decidedOn supervision isExpired publicity subject { uscc }
        record { polarity usageScope provider { name uscc } } } commitments { totalCount } }`,
      { id: second },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      commitment: {
        code: '35010020260615000002',
        kind: 'APPROVAL_REPLACING',
        fulfilment: 'IN_PROGRESS',
        promisedOn: '2026-06-15',
        decidedOn: '2026-06-15',
        supervision: 'WATCHED',
        isExpired: null,
        publicity: 'PUBLIC',
        subject: { uscc: UNIT },
        record: {
          polarity: 'NEUTRAL',
          usageScope: 'PUBLIC',
          provider: { name: FILED.acceptUnit, uscc: FILED.acceptUnitUscc },
        },
      },
      commitments: { totalCount: 2 },
    });
    expect((await stored()).map(({ record }) => record.provenance.operator)).toEqual(Array(2).fill(`owner@${UNIT}`));
  });

  it('is the enterprise’s for itself alone, and a department’s for every one', async () => {
    expect(await file({ ...FILED, subjectUscc: OTHER_UNIT })).toEqual({ written: null, codes: ['FORBIDDEN'] });
    expect(await file(FILED, { audience: 'OPEN', scopes: new Set() })).toEqual({ written: null, codes: ['FORBIDDEN'] });
    expect(await file(FILED, { audience: 'AGENCY', scopes: new Set() })).toEqual({
      written: null,
      codes: ['FORBIDDEN'],
    });
    expect(await stored()).toEqual([]);
    await filed(credit, { ...FILED, subjectUscc: OTHER_UNIT }, TAX);
    expect(await stored()).toMatchObject([{ subjectUscc: OTHER_UNIT }]);
  });

  it('passes by numbers that a file has brought', async () => {
    await filed(credit, { ...FILED, code: '35010020260615000001' }, TAX);
    await filed(credit, { ...FILED, reason: '另一事项' });
    expect(await credit.subgraph.database.db.collection('commitments').distinct('code')).toEqual([
      '35010020260615000001',
      '35010020260615000002',
    ]);
  });

  it('lets no enterprise choose a number, neither a free one nor that of an annulled or hidden promise', async () => {
    const code = '35010020260615000009';
    const chosen = { written: { errors: [{ field: 'code', code: 'NOT_APPLICABLE' }] } };
    expect(await file({ ...FILED, code })).toMatchObject(chosen);
    const id = await filed(credit, { ...FILED, code, subjectUscc: OTHER_UNIT }, TAX);
    expect(await file({ ...FILED, code })).toMatchObject(chosen);
    await write(credit, staffOf('credit'), 'commitmentAnnul(id: $id, note: "误录")', { id });
    expect(await file({ ...FILED, code })).toMatchObject(chosen);
    expect(await stored()).toMatchObject([{ _id: id, subjectUscc: OTHER_UNIT, record: { state: 'DELETED' } }]);
  });

  it.each([
    ['a serious record of which only departments know', { usageScope: 'GOV_SHARED' }, 'PROMISE_FORBIDDEN'],
    ['a serious record', {}, 'PROMISE_FORBIDDEN'],
    ['a general record', { severity: 'GENERAL' }, undefined],
    [
      'a serious record whose last day was yesterday',
      { publicity: { from: '2025-03-10', until: '2026-06-14' } },
      undefined,
    ],
    [
      'a serious record on its last day',
      { publicity: { from: '2025-03-10', until: '2026-06-15' } },
      'PROMISE_FORBIDDEN',
    ],
    ['a serious record that was repaired', { state: 'HIDDEN' }, undefined],
  ] as const)('of an enterprise with %s in place of a procedure: %s', async (_what, record, code) => {
    await index(credit, { record: { ...DEFAULTER.record, ...record } });
    const { written } = await file(FILED);
    expect(written?.errors.map((error) => error.code)).toEqual(code === undefined ? [] : [code]);
    expect(await stored()).toHaveLength(code === undefined ? 1 : 0);
  });

  it('for credit repair is open to those who have serious records', async () => {
    await index(credit, {});
    await filed(credit, { ...FILED, kind: 'CREDIT_REPAIR' });
    expect(await stored()).toHaveLength(1);
  });

  it('is refused to who promised falsely before, at once and whatever the kind of that promise', async () => {
    const id = await filed(credit, { ...FILED, kind: 'VOLUNTARY' });
    const { db } = credit.subgraph.database;
    await write(credit, TAX, 'commitmentFindFalse(id: $id, note: "核查不实")', { id });
    await db.collection('timeline').deleteMany({});
    const { written } = await file(FILED);
    expect(written).toMatchObject({ id: null, errors: [{ field: 'subjectUscc', code: 'PROMISE_FORBIDDEN' }] });
  });

  it('is open again when the false promise is over, and where it is for the office alone', async () => {
    const falsely = 'commitmentFindFalse(id: $id, note: "核查不实")';
    const own = await filed(credit, { ...FILED, kind: 'VOLUNTARY', publicity: 'AUTHORISED_QUERY' });
    expect((await write(credit, staffOf('credit'), falsely, { id: own })).written).toMatchObject({ errors: [] });
    await filed(credit);
    const shared = await filed(credit, { ...FILED, kind: 'VOLUNTARY' });
    await write(credit, TAX, falsely, { id: shared });
    expect((await file(FILED)).written?.errors).toMatchObject([{ code: 'PROMISE_FORBIDDEN' }]);
    await credit.subgraph.database
      .facts(commitments)
      .updateOne({ _id: shared }, { $set: { 'record.publicity.until': '2026-06-14' } });
    await credit.subgraph.database.db.collection('timeline').deleteMany({});
    expect((await file(FILED)).written?.errors).toEqual([]);
  });

  it('in a forbidden matter, or incomplete, writes nothing and names the field', async () => {
    const forbidden = await file({ ...FILED, matter: 'PUBLIC_SAFETY' });
    expect(forbidden.written?.errors).toEqual([{ field: 'matter', code: 'PROMISE_FORBIDDEN' }]);
    const unnamed = await file({ ...FILED, kind: 'OTHER' });
    expect(unnamed.written?.errors).toEqual([{ field: 'kindOther', code: 'REQUIRED_MISSING' }]);
    const long = await file({ ...FILED, reason: '长'.repeat(513) });
    expect(long.written?.errors).toEqual([{ field: 'reason', code: 'TEXT_TOO_LONG' }]);
    expect(await stored()).toEqual([]);
  });
});

it('staff of the office enter what was promised elsewhere; a natural person’s is for the office alone', async () => {
  const { code, ...person } = {
    ...FILED,
    code: '35010020260601000009',
    subjectName: '张三',
    subjectCategory: 'NATURAL_PERSON',
  };
  const values = {
    ...person,
    code,
    subjectUscc: null,
    promisedOn: '2026-06-01',
    fulfilment: 'IN_PROGRESS',
    publicity: 'PUBLIC',
  };
  const { written } = await write(credit, staffOf('credit'), 'commitmentCreate(input: $values)', { values });
  expect(written).toMatchObject({ revision: 1, errors: [] });
  const count = async (caller = subjectOf(UNIT)) =>
    (await credit.ask('{ commitments { totalCount } }', {}, { caller })).data;
  expect(await count()).toEqual({ commitments: { totalCount: 0 } });
  expect(await count(TAX)).toEqual({ commitments: { totalCount: 0 } });
  expect(await count(staffOf('credit'))).toEqual({ commitments: { totalCount: 1 } });
});
