import sift from 'sift';
import type { FactDocumentBase, RecordDocument } from '../../../src/data/FactDocument.ts';
import { WITHDRAWAL_PARTS, wasPublic, withdrawalFilter } from '../../../src/policy/withdrawal.ts';
import { openToyDatabase, toyFacts, type ToyDatabase } from '../data/toyFacts.ts';

const TODAY = '2026-06-15';
const ANNULLED: RecordDocument = {
  state: 'DELETED',
  usageScope: 'PUBLIC',
  polarity: 'NEGATIVE',
  revision: 3,
  revisionReason: 'ANNULLED',
  publicity: { from: '2026-01-01', until: '2026-12-31', endedOn: '2026-06-01', endReason: 'ANNULLED' },
  provenance: { source: 'mutation', operator: 'tester', receivedAt: new Date('2026-06-01') },
};

describe('withdrawalFilter', () => {
  function isTold(differing: Record<string, unknown>, today = TODAY): boolean {
    const filter: object = withdrawalFilter(today);
    return sift.default(filter)({ record: { ...ANNULLED, ...differing } });
  }

  it('tells of what was annulled, to the last day of its window', () => {
    expect(isTold({})).toBe(true);
    expect(isTold({}, '2026-12-31')).toBe(true);
    expect(isTold({}, '2027-01-01')).toBe(false);
    expect(isTold({ publicity: { endedOn: '2026-06-01', endReason: 'ANNULLED' } })).toBe(true);
  });

  it.each([{ state: 'ACTIVE' }, { state: 'HIDDEN' }, { publicity: { endReason: 'REPAIRED' } }])(
    'does not tell of what is otherwise: %j',
    (differing) => {
      expect(isTold(differing)).toBe(false);
    },
  );

  it('goes with number, authority, days and reason only', () => {
    expect(Object.keys(WITHDRAWAL_PARTS)).toEqual([
      'docNo',
      'authority',
      'record.publicity.endedOn',
      'record.publicity.endDecidedOn',
      'record.publicity.endCause',
      'record.revisionNote',
    ]);
  });
});

describe('wasPublic', () => {
  let toy: ToyDatabase;
  beforeAll(async () => {
    toy = await openToyDatabase();
  });
  beforeEach(() => toy.clear());
  afterAll(() => toy.close());

  /** Stores an annulled fact and the revisions before it, the last one last; null where there are none. */
  async function isTold(...before: readonly Partial<RecordDocument>[]): Promise<boolean> {
    const { facts, revisions } = { facts: toy.database.facts(toyFacts), revisions: toy.database.revisions(toyFacts) };
    const last = before.at(-1);
    const publicity = { ...ANNULLED.publicity, ...last?.publicity };
    const fact: FactDocumentBase = { _id: 'fact', sortOn: '2026-01-01', record: { ...ANNULLED, publicity } };
    await facts.insertOne(fact);
    for (const [at, differing] of before.entries()) {
      const revision = 3 - before.length + at;
      const record: RecordDocument = {
        ...ANNULLED,
        state: 'ACTIVE',
        publicity: { from: '2026-01-01', until: '2026-12-31' },
        ...differing,
        revision,
      };
      await revisions.insertOne({ ...fact, record, _id: `fact@${revision}`, fact: 'fact' });
    }
    const stages = wasPublic(revisions.collectionName, TODAY, toyFacts.department);
    const told = await facts.aggregate([{ $match: withdrawalFilter(TODAY) }, ...stages]).toArray();
    return told.length === 1;
  }

  it('keeps what the public could see until it was annulled', async () => {
    expect(await isTold({})).toBe(true);
  });

  it('asks the last revision before the annulment, and no earlier one', async () => {
    expect(await isTold({ usageScope: 'GOV_SHARED' }, {})).toBe(true);
    await toy.clear();
    expect(await isTold({}, { usageScope: 'GOV_SHARED' })).toBe(false);
  });

  it.each<Partial<RecordDocument>>([
    { usageScope: 'GOV_SHARED' },
    { usageScope: 'AUTHORISED_QUERY' },
    { qualityFlags: ['SUBJECT_UNLINKED'] },
    { state: 'HIDDEN' },
    { publicity: { from: '2026-06-02', until: '2026-12-31' } },
  ])('leaves out what was never or no longer public then: %j', async (differing) => {
    expect(await isTold(differing)).toBe(false);
  });

  it('leaves out what has no revision before', async () => {
    expect(await isTold()).toBe(false);
  });
});
