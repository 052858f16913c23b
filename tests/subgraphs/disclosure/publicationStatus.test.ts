import { ObjectId } from 'mongodb';
import {
  PUBLISHED_DAY,
  publicationStatus,
  statusExpression,
  type PublishedFact,
} from '../../../subgraphs/disclosure/publicationStatus.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { openDisclosure } from './openDisclosure.ts';

const DUE = '2026-06-10';
const RECEIVED_IN_TIME = { source: 's', operator: 'o', receivedAt: new Date('2026-06-10T15:59:59Z') };
const RECEIVED_LATE = { source: 's', operator: 'o', receivedAt: new Date('2026-06-10T16:00:00Z') };

function fact(record: Partial<PublishedFact['record']>, publicationDueOn: string | null = DUE): PublishedFact {
  const complete = { usageScope: 'PUBLIC', provenance: RECEIVED_IN_TIME, ...record } as const;
  return { ...(publicationDueOn === null ? {} : { publicationDueOn }), record: complete };
}

const OWED = { usageScope: 'GOV_SHARED', qualityFlags: ['WINDOW_UNKNOWN'] } as const;

const UNLINKED = { qualityFlags: ['SUBJECT_UNLINKED'] } as const;

const CASES: readonly (readonly [string, PublishedFact, today: string, string | null])[] = [
  ['published by its source on the last day', fact({ publishedOn: DUE }), '2026-06-15', 'ON_TIME'],
  ['published by its source a day later', fact({ publishedOn: '2026-06-11' }), '2026-06-15', 'LATE'],
  ['public here since the last second of the last day', fact({}), '2026-06-15', 'ON_TIME'],
  ['public here since the next day in Shanghai', fact({ provenance: RECEIVED_LATE }), '2026-06-15', 'LATE'],
  [
    'public here in time, received again later',
    fact({ provenance: { ...RECEIVED_LATE, publicSince: RECEIVED_IN_TIME.receivedAt } }),
    '2026-06-15',
    'ON_TIME',
  ],
  ['owed on the last day', fact(OWED), '2026-06-10', 'PENDING'],
  ['owed on the day after', fact(OWED), '2026-06-11', 'OVERDUE'],
  ['owed here and published elsewhere', fact({ ...OWED, publishedOn: '2026-06-09' }), '2026-06-15', 'ON_TIME'],
  ['that no enterprise was found for, on the last day', fact(UNLINKED), '2026-06-10', 'PENDING'],
  ['that no enterprise was found for, on the day after', fact(UNLINKED), '2026-06-11', 'OVERDUE'],
  ['unlinked here and published elsewhere', fact({ ...UNLINKED, publishedOn: '2026-06-11' }), '2026-06-15', 'LATE'],
  ['minor and unlinked', fact({ ...UNLINKED, usageScope: 'GOV_SHARED' }), '2026-06-15', null],
  ['minor', fact({ usageScope: 'GOV_SHARED' }), '2026-06-15', null],
  ["a natural person's", fact({ ...OWED, usageScope: 'AUTHORISED_QUERY' }), '2026-06-15', null],
  ['without a day of decision', fact({ publishedOn: DUE }, null), '2026-06-15', null],
];

describe('publicationStatus', () => {
  let office: TestDepartment;
  beforeAll(async () => {
    office = await openDisclosure();
  });
  afterAll(() => office.close());

  it.each(CASES)('of a decision %s', (_case, decision, today, expected) => {
    expect(publicationStatus(decision, today)).toBe(expected);
  });

  it.each(CASES)('says the same in a pipeline of a decision %s', async (_case, decision, today, expected) => {
    const scratch = office.subgraph.database.db.collection('scratch');
    const { insertedId } = await scratch.insertOne({ _id: new ObjectId(), ...decision });
    const [answer] = await scratch
      .aggregate([
        { $match: { _id: insertedId } },
        { $set: { published: PUBLISHED_DAY } },
        { $project: { status: statusExpression('$published', today) } },
      ])
      .toArray();
    expect(answer).toEqual({ _id: insertedId, status: expected });
  });
});
