import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import sift from 'sift';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import { addDays } from '../../../src/values/localDate.ts';
import { staffOf } from '../../kit/department.ts';
import { maySee } from '../../kit/maySee.ts';
import { testDatabase } from '../../kit/mongo.ts';

const OWN = '91350100M000100Y43';
const TODAY = '2026-06-15';
const AUTHORISATION = { number: 'SQ-1', subject: OWN, factTypes: ['TaxRating'] };
const CALLERS: readonly Caller[] = [
  ANONYMOUS,
  staffOf('tax'),
  staffOf('registry'),
  { audience: 'INTERNAL', operator: 'x', scopes: new Set(['tax:*']) },
  { audience: 'SUBJECT', subject: OWN, operator: 'e', scopes: new Set() },
  { ...staffOf('tax'), subject: OWN },
  { ...staffOf('tax'), authorisation: AUTHORISATION },
  { audience: 'AGENCY', operator: 'bank', scopes: new Set(), authorisation: AUTHORISATION },
];

const day = fc.integer({ min: -2, max: 2 }).map((days) => addDays(TODAY, days));
const facts = fc.array(
  fc.record({
    type: fc.constantFrom('TaxRating', 'TaxArrears', ''),
    department: fc.constantFrom('tax', 'registry', 'taxes', ''),
    subjectUscc: fc.constantFrom(OWN, 'another', undefined),
    record: fc.record({
      usageScope: fc.constantFrom('PUBLIC', 'GOV_SHARED', 'AUTHORISED_QUERY'),
      state: fc.constantFrom('ACTIVE', 'ACTIVE', 'HIDDEN', 'ARCHIVED', 'DELETED'),
      publicity: fc.record({ from: day, until: day }, { requiredKeys: [] }),
      qualityFlags: fc.constantFrom([], ['SUBJECT_UNLINKED'], ['OCR_SOURCE']),
    }),
  }),
  { minLength: 200, maxLength: 200 },
);

describe('the visibility rule over all owners', () => {
  it('shows of each owner what the rule shows of it, in MongoDB and in memory', async () => {
    const database = testDatabase();
    const client = await MongoClient.connect(database.uri, { ignoreUndefined: true });
    const view = client.db(`${database.prefix}view`).collection<{ _id: string }>('facts');
    const [sample = []] = fc.sample(facts, { numRuns: 1, seed: 7 });
    const stored = sample.map((fact, at) => ({ _id: String(at), ...fact }));
    await view.insertMany(stored);
    for (const caller of CALLERS) {
      for (const today of [addDays(TODAY, -1), TODAY, addDays(TODAY, 1)]) {
        const filter = visibilityOverAll(caller, today);
        const expected = stored
          .filter((fact) => maySee(caller, today, fact, fact as unknown as FactDocumentBase))
          .map(({ _id }) => _id);
        const found = await view.find(filter).toArray();
        expect(found.map(({ _id }) => _id).sort()).toEqual(expected.toSorted());
        expect(stored.filter(sift.default(filter)).map(({ _id }) => _id)).toEqual(expected);
        expect(expected.length).toBeGreaterThan(0);
      }
    }
    await database.drop();
    await client.close();
  });
});
