import fc from 'fast-check';
import { evaluationFollower } from '../../../../subgraphs/credit/evaluation/evaluationFollower.ts';
import { renewEvaluations } from '../../../../subgraphs/credit/evaluation/renewEvaluations.ts';
import { evaluateEnterprises } from '../../../../subgraphs/credit/evaluation/evaluateEnterprises.ts';
import { TAX } from '../commitments/commitmentTest.ts';
import { openCredit, OTHER_UNIT, UNIT } from '../listTest.ts';
import { NOW, type TestDepartment } from '../../../kit/department.ts';
import { entry, evaluationOf, followed, registration, storedIn, workContext } from './evaluationTest.ts';

/** Hundreds of questions take their time on a busy machine. */
const PATIENCE_MS = 180_000;

let credit: TestDepartment;
beforeEach(async () => {
  credit = await openCredit();
});
afterEach(() => credit.close());

const positions = () =>
  credit.subgraph.database.db.collection<{ readonly _id: string; readonly seq: number }>('positions');

describe('the follower of evaluations', () => {
  it('computes only the enterprises that entries are about, both of a fact that was moved', async () => {
    await followed(credit, [entry(1), entry(2, { fact: 'other', uscc: OTHER_UNIT })]);
    const { 1: before } = await storedIn(credit);
    await followed(credit, [entry(3, { fact: 'third' })]);
    expect((await storedIn(credit))[1]).toEqual(before);
    const record = entry(4).body?.record;
    if (record === undefined) throw new Error('An entry has a body.');
    await followed(credit, [entry(4, { uscc: OTHER_UNIT, before: { uscc: UNIT, record } })]);
    expect(await storedIn(credit)).toMatchObject([
      { _id: UNIT, position: 4, evaluations: { PUBLIC: [{ score: 560 }, { score: 560 }] } },
      { _id: OTHER_UNIT, position: 4, evaluations: { PUBLIC: [{ score: 400 }, { score: 400 }] } },
    ]);
  });

  it('changes nothing when it gets the same entries again, and follows an erased body', async () => {
    const entries = [entry(1), registration(2, 'SUSPENDED'), entry(3, { fact: 'second', type: 'Commitment' })];
    await followed(credit, entries);
    const stored = await storedIn(credit);
    await followed(credit, entries);
    expect(await storedIn(credit)).toEqual(stored);
    await followed(credit, [
      { seq: 4, time: NOW, withheldFact: 'defaulter' },
      { seq: 5, time: NOW, withheldFact: UNIT },
    ]);
    expect(await evaluationOf(credit)).toMatchObject({ excluded: null, points: [{ ruleId: 'broken-commitment' }] });
    const states = credit.subgraph.database.db.collection('registrationStates');
    expect(await states.find().toArray()).toEqual([{ _id: UNIT, seq: 5 }]);
  });

  it('does not go back to the state of an older registration', async () => {
    await followed(credit, [registration(2, 'REVOKED')]);
    await followed(credit, [registration(1, 'IN_BUSINESS')]);
    expect(await evaluationOf(credit)).toMatchObject({ excluded: 'REVOKED' });
    await followed(credit, [registration(3, 'IN_BUSINESS')]);
    expect(await evaluationOf(credit)).toMatchObject({ excluded: null, grade: 'GOOD' });
  });

  it(
    'stores what would be computed at once, whatever the facts',
    async () => {
      const fact = fc.record({
        fact: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        type: fc.constantFrom(
          'AdministrativePenalty',
          'Commitment',
          'AbnormalListing',
          'BankruptcyCase',
          'AdministrativePermit',
        ),
        sortOn: fc.constantFrom('', '2023-06-15', '2025-06-15', '2026-03-15'),
      });
      const record = fc.record({
        polarity: fc.constantFrom('NEGATIVE' as const, 'POSITIVE' as const, 'NEUTRAL' as const),
        severity: fc.constantFrom('GENERAL' as const, 'SERIOUS' as const, 'MINOR' as const),
        usageScope: fc.constantFrom('PUBLIC' as const, 'GOV_SHARED' as const, 'AUTHORISED_QUERY' as const),
        state: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'HIDDEN' as const),
        publicity: fc.record({
          from: fc.constantFrom('2025-01-01', '2026-06-16'),
          until: fc.constantFrom('2026-06-14', '2026-06-15', '2027-01-01'),
        }),
      });
      let seq = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fact, record), { minLength: 1, maxLength: 8 }), async (facts) => {
          const { db } = credit.subgraph.database;
          await Promise.all([db.collection('timeline').deleteMany({}), db.collection('evaluations').deleteMany({})]);
          await followed(
            credit,
            facts.map(([own, envelope]) => entry((seq += 1), own, envelope)),
          );
          const both = async () => [await evaluationOf(credit), await evaluationOf(credit, { caller: TAX })];
          const stored = await both();
          await db.collection('evaluations').deleteMany({});
          expect(await both()).toEqual(stored);
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE_MS,
  );
});

describe('the renewal of evaluations', () => {
  it('computes anew what no longer holds, from the day after its last', async () => {
    await followed(credit, [
      entry(1, {}, { publicity: { from: '2025-03-10', until: '2026-06-20' } }),
      entry(2, { fact: 'other', uscc: OTHER_UNIT }),
    ]);
    const asOf = async () => (await storedIn(credit)).map((document) => (document as unknown as { asOf: string }).asOf);
    await renewEvaluations.run(workContext(credit, new Date('2026-06-20T15:59:59Z')));
    expect(await asOf()).toEqual(['2026-06-15', '2026-06-15']);
    await renewEvaluations.run(workContext(credit, new Date('2026-06-20T16:00:00Z')));
    expect(await asOf()).toEqual(['2026-06-21', '2026-06-15']);
    expect((await storedIn(credit))[0]).toMatchObject({ evaluations: { PUBLIC: [{ score: 800 }, { score: 800 }] } });
  });

  it('gives way to what was computed from a later state of the timeline', async () => {
    await followed(credit, [entry(1)]);
    await followed(credit, [entry(5, { fact: 'second' })]);
    const stored = await storedIn(credit);
    await positions().updateOne({ _id: 'timeline' }, { $set: { seq: 1 } });
    await credit.subgraph.database.db.collection('timeline').deleteMany({});
    await evaluateEnterprises([UNIT], { ...workContext(credit), today: '2026-06-15' });
    expect(await storedIn(credit)).toEqual(stored);
  });
});

it('stands behind the timeline, so that it never sees less than its entries', () => {
  expect(evaluationFollower.behind?.name).toBe('timeline');
});
