import type { WorkContext } from '../../../../src/ledger/Follower.ts';
import type { LedgerEntry } from '../../../../src/ledger/LedgerBody.ts';
import { department } from '../../../../subgraphs/credit/department.ts';
import { timelineOf } from '../../../../subgraphs/credit/timeline/readableFacts.ts';
import { TIMELINE_INDEXES, timelineFollower } from '../../../../subgraphs/credit/timeline/timelineFollower.ts';
import { NOW, openDepartment, type TestDepartment } from '../../../kit/department.ts';
import { bodyOf } from '../../../src/ledger/bodyOf.ts';

let credit: TestDepartment;
beforeAll(async () => {
  credit = await openDepartment(department);
});
beforeEach(() => timelineOf(credit.subgraph.database).deleteMany({}));
afterAll(() => credit.close());

function entry(seq: number, event: string, changed: Parameters<typeof bodyOf>[1] = {}): LedgerEntry {
  return { seq, time: NOW, body: bodyOf(event, changed) };
}

async function apply(...entries: readonly LedgerEntry[]): Promise<void> {
  const context = { database: credit.subgraph.database } as WorkContext;
  await timelineFollower.apply(entries, context);
}

async function held(): Promise<unknown[]> {
  return timelineOf(credit.subgraph.database).find().sort({ _id: 1 }).toArray();
}

const PERSON = { usageScope: 'GOV_SHARED', polarity: 'NEUTRAL', state: 'ACTIVE', subjectCategory: 'NATURAL_PERSON' };
const record = (changed: object = {}) => ({ usageScope: 'PUBLIC', polarity: 'NEUTRAL', state: 'ACTIVE', ...changed });

describe('the timeline', () => {
  it('holds of each fact what its last entry says, in one batch and over several', async () => {
    await apply(entry(1, 'a@1'), entry(2, 'b@1'), entry(3, 'a@2', { title: '二' }));
    await apply(entry(4, 'b@2', { title: '三', uscc: '9335018158311TC46J' }));
    expect(await held()).toMatchObject([
      { _id: 'a', revision: 2, title: '二', seq: 3 },
      { _id: 'b', revision: 2, title: '三', seq: 4, subjectUscc: '9335018158311TC46J' },
    ]);
  });

  it('is not changed by entries that it has already, alone, together or again from the first', async () => {
    const entries = [entry(1, 'a@1'), entry(2, 'b@1'), entry(3, 'a@2', { title: '二' }), entry(4, 'c@1')];
    await apply(...entries);
    const before = await held();
    await apply(...entries);
    for (const one of entries) await apply(one);
    expect(await held()).toEqual(before);
  });

  it('lets no older entry bring back what a newer one took out', async () => {
    await apply(entry(1, 'a@1'), entry(3, 'a@2', { record: record(PERSON) as never }));
    await apply(entry(1, 'a@1'));
    expect(await held()).toEqual([{ _id: 'a', seq: 3 }]);
    await apply(entry(4, 'a@3'));
    expect(await held()).toMatchObject([{ _id: 'a', seq: 4, record: { usageScope: 'PUBLIC' } }]);
  });

  it('holds no natural person, and no registration, which is the enterprise itself', async () => {
    const person = bodyOf('p@1', { record: PERSON as never, title: '某人' });
    const { uscc, ...unnamed } = person;
    await apply({ seq: 1, time: NOW, body: unnamed }, entry(2, 's@1', { kind: 'SUBJECT' }));
    expect(await held()).toEqual([{ _id: 'p', seq: 1 }]);
  });

  it('holds nothing of a fact whose last body was withheld, also where it begins anew', async () => {
    const withheld: LedgerEntry = { seq: 2, time: NOW, withheldFact: 'a' };
    await apply(entry(1, 'a@1'), withheld);
    expect(await held()).toEqual([{ _id: 'a', seq: 2 }]);
    await apply(entry(1, 'a@1'));
    await apply(withheld);
    expect(await held()).toEqual([{ _id: 'a', seq: 2 }]);
  });

  it('holds a fact without an enterprise for departments', async () => {
    const { uscc, ...unlinked } = bodyOf('u@1', { record: record({ qualityFlags: ['SUBJECT_UNLINKED'] }) as never });
    await apply({ seq: 1, time: NOW, body: unlinked });
    const [document] = await held();
    expect(document).toMatchObject({ _id: 'u' });
    expect(document).not.toHaveProperty('subjectUscc');
  });

  it('has its indexes', async () => {
    const indexes = await timelineOf(credit.subgraph.database).indexes();
    expect(indexes.map(({ key }) => key)).toEqual([{ _id: 1 }, ...TIMELINE_INDEXES.map(({ key }) => key)]);
  });
});
