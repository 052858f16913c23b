import { MongoBulkWriteError, type AnyBulkWriteOperation, type Collection, type IndexDescription } from 'mongodb';
import type { Follower } from '../../../src/ledger/Follower.ts';
import type { LedgerBody, LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import { normaliseName } from '../../../src/values/names.ts';
import { listsOf } from '../lists/listsOf.ts';
import { timelineOf } from './readableFacts.ts';
import type { TimelineDocument } from './TimelineDocument.ts';
import { TIMELINE } from './timelineVersion.ts';

/** What stands for a fact that is kept out: without an envelope no rule ever shows it, and an older entry does not bring it back. */
type Tombstone = Pick<TimelineDocument, '_id' | 'seq'>;

const DUPLICATE_KEY = 11000;

const LISTED = { 'lists.0': { $exists: true } };

/** Indexes of the timeline. Its filters narrow the facts of one enterprise or of one list, which are few. */
export const TIMELINE_INDEXES: readonly IndexDescription[] = [
  { key: { subjectUscc: 1, sortOn: -1, _id: -1 } },
  // Of an enterprise with many facts, the few that put it on a list are all that a check reads.
  { key: { subjectUscc: 1, sortOn: -1, _id: -1 }, name: 'listed', partialFilterExpression: LISTED },
  // With the name, so that a search of a list reads no facts that do not match.
  { key: { lists: 1, sortOn: -1, _id: -1, searchName: 1 } },
  { key: { seq: 1 } },
];

/** Keeps the timeline: what every fact of every department says now, by the last entry of the ledger about it. */
export const timelineFollower: Follower = {
  ...TIMELINE,
  async apply(entries, { database }) {
    const timeline = timelineOf(database);
    await forgetWithheld(timeline, entries);
    const documents = lastOfEach(entries).map(documentOf);
    if (documents.length > 0) await keepNewest(timeline, documents);
  },
};

function lastOfEach(entries: readonly LedgerEntry[]): readonly (readonly [number, LedgerBody])[] {
  const last = new Map<string, readonly [number, LedgerBody]>();
  for (const { seq, body } of entries) if (body?.kind === 'FACT') last.set(body.fact, [seq, body]);
  return [...last.values()];
}

/** About a natural person the timeline of enterprises holds nothing, whatever its owner shows. */
function documentOf([seq, body]: readonly [number, LedgerBody]): TimelineDocument | Tombstone {
  const { fact: _id, record } = body;
  if (record.subjectCategory === 'NATURAL_PERSON') return { _id, seq };
  const { department, collection, type, catalogueKind, uscc, decidedOn, sortOn, title, values, revision } = body;
  return {
    ...{ _id, department, collection, type, catalogueKind },
    ...(uscc === undefined ? {} : { subjectUscc: uscc }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...{ sortOn, title, record, values, revision, seq },
    lists: listsOf(body),
    ...(record.subjectName === undefined ? {} : { searchName: normaliseName(record.subjectName) }),
  };
}

/** Replaces what is as old or older; the same entry again is written again, since the lists may be others by now. */
async function keepNewest(
  timeline: Collection<TimelineDocument>,
  documents: readonly (TimelineDocument | Tombstone)[],
): Promise<void> {
  const operations = documents.map(({ _id, ...replacement }): AnyBulkWriteOperation<TimelineDocument> => ({
    replaceOne: {
      filter: { _id, seq: { $lte: replacement.seq } },
      replacement: replacement as Omit<TimelineDocument, '_id'>,
      upsert: true,
    },
  }));
  try {
    await timeline.bulkWrite(operations, { ordered: false });
  } catch (error) {
    // A newer one does not fit the filter, and the insert that is tried then meets it: it stays.
    if (!isOnlyDuplicates(error)) throw error;
  }
}

function isOnlyDuplicates(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const failures = [error.writeErrors].flat();
  return failures.length > 0 && failures.every(({ code }) => code === DUPLICATE_KEY);
}

/** What an entry said that has no body any more is not kept here either. */
async function forgetWithheld(timeline: Collection<TimelineDocument>, entries: readonly LedgerEntry[]): Promise<void> {
  const withheld = entries.filter(({ body }) => body === undefined).map(({ seq }) => seq);
  if (withheld.length === 0) return;
  await timeline.updateMany({ seq: { $in: withheld } }, [{ $replaceWith: { _id: '$_id', seq: '$seq' } }]);
}
