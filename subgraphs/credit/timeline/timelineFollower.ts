import { type AnyBulkWriteOperation, type Collection, type IndexDescription } from 'mongodb';
import { onlyDuplicates } from '../../../src/data/onlyDuplicates.ts';
import type { Follower } from '../../../src/ledger/Follower.ts';
import type { LedgerBody, LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import { searchable } from '../lists/listSearch.ts';
import { listsOf } from '../lists/listsOf.ts';
import { timelineOf } from './readableFacts.ts';
import type { TimelineDocument } from './TimelineDocument.ts';
import { TIMELINE } from './timelineVersion.ts';

/** What stands for a fact that is kept out: without an envelope no rule ever shows it, and an older entry does not bring it back. */
type Tombstone = Pick<TimelineDocument, '_id' | 'seq'>;

const LISTED = { 'lists.0': { $exists: true } };

/** Indexes of the timeline. Its filters narrow the facts of one enterprise or of one list, which are few. */
export const TIMELINE_INDEXES: readonly IndexDescription[] = [
  { key: { subjectUscc: 1, sortOn: -1, _id: -1 } },
  // Of an enterprise with many facts, the few that put it on a list are all that a check reads.
  { key: { subjectUscc: 1, sortOn: -1, _id: -1 }, name: 'listed', partialFilterExpression: LISTED },
  { key: { lists: 1, sortOn: -1, _id: -1 } },
  { key: { searchKeys: 1, sortOn: -1, _id: -1 }, partialFilterExpression: LISTED },
];

/** Keeps the timeline: what every fact of every department says now, by the last entry of the ledger about it. */
export const timelineFollower: Follower = {
  ...TIMELINE,
  async apply(entries, { database }) {
    const documents = lastOfEach(entries.map(documentOf));
    if (documents.length > 0) await keepNewest(timelineOf(database), documents);
  },
};

type Held = TimelineDocument | Tombstone;

function lastOfEach(documents: readonly (Held | undefined)[]): readonly Held[] {
  const last = new Map<string, Held>();
  for (const document of documents) if (document !== undefined) last.set(document._id, document);
  return [...last.values()];
}

/**
 * Of a withheld body nothing is held, nor of what its fact said before. About a natural person the timeline of enterprises holds
 * nothing, whatever its owner shows.
 */
function documentOf({ seq, body, withheldFact }: LedgerEntry): Held | undefined {
  if (body === undefined) return withheldFact === undefined ? undefined : { _id: withheldFact, seq };
  if (body.kind !== 'FACT') return undefined;
  return body.record.subjectCategory === 'NATURAL_PERSON' ? { _id: body.fact, seq } : heldOf(seq, body);
}

function heldOf(seq: number, body: LedgerBody): TimelineDocument {
  const { fact: _id, record, department, collection, type, catalogueKind } = body;
  const { uscc, decidedOn, sortOn, title, values, revision } = body;
  return {
    ...{ _id, department, collection, type, catalogueKind },
    ...(uscc === undefined ? {} : { subjectUscc: uscc }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...{ sortOn, title, record, values, revision, seq },
    ...searchable(listsOf(body), record.subjectName),
  };
}

/** Replaces what is as old or older; the same entry again is written again, since the lists may be others by now. */
async function keepNewest(timeline: Collection<TimelineDocument>, documents: readonly Held[]): Promise<void> {
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
    if (!onlyDuplicates(error)) throw error;
  }
}
