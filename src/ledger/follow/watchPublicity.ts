import { type Filter } from 'mongodb';
import { alignLinkCandidates } from '../../data/alignLinkCandidates.ts';
import { onlyDuplicates } from '../../data/onlyDuplicates.ts';
import type { DepartmentDatabase } from '../../data/DepartmentDatabase.ts';
import type { FactCollection } from '../../data/FactCollection.ts';
import type { FactDocumentBase } from '../../data/FactDocument.ts';
import type { OutboxEvent, PublicityTurn } from '../../data/outbox.ts';
import { awaitsLink } from '../../data/unlinkedFilter.ts';
import { revisionId } from '../../data/writeFacts.ts';
import { addDays, todayInShanghai, type LocalDate } from '../../values/localDate.ts';

/** The last day that was looked at, kept beside the positions of followers. */
interface WatchedDay {
  readonly _id: string;
  readonly day: LocalDate;
}

/** Days on which something turns, both inclusive. */
interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

const WATCH = 'publicity';
const BATCH = 1_000;

/**
 * Tells the ledger whose publicity began or ended by itself since the last day that was looked at. It goes through the outbox like
 * every change, so that it stands in one order with the revisions of its fact.
 *
 * Facts that arrived with their window open or closed say so themselves and get nothing here, nor do facts of a state that hides them.
 * On the very first run there is nothing to look back on.
 *
 * @param database - of the department
 * @param collections - its collections
 * @param now - the instant; days are those of Asia/Shanghai
 * @returns number of events
 */
export async function watchPublicity(
  database: DepartmentDatabase,
  collections: readonly FactCollection[],
  now: Date,
): Promise<number> {
  const today = todayInShanghai(now);
  const watched = database.db.collection<WatchedDay>('positions');
  const before = await watched.findOne({ _id: WATCH });
  if (before !== null && before.day >= today) return 0;
  let events = 0;
  if (before !== null) {
    // The last day of a window is a public one, so what ended is what had its last day yesterday at the latest.
    const starting = { first: addDays(before.day, 1), last: today };
    const ending = { first: before.day, last: addDays(today, -1) };
    for (const collection of collections.filter(({ kind }) => kind === 'FACT')) {
      events += await tell(database, collection, 'PUBLICITY_STARTED', starting, now);
      events += await tell(database, collection, 'EXPIRED', ending, now);
    }
  }
  await watched.updateOne({ _id: WATCH }, { $set: { day: today } }, { upsert: true });
  return events;
}

async function tell(
  database: DepartmentDatabase,
  collection: FactCollection,
  turn: PublicityTurn,
  days: Days,
  now: Date,
): Promise<number> {
  let count = 0;
  let events: OutboxEvent[] = [];
  let unlinked: TurningFact[] = [];
  const send = async (): Promise<void> => {
    await insertNew(database, events);
    await alignLinkCandidates(database, unlinked, todayInShanghai(now));
    count += events.length;
    [events, unlinked] = [[], []];
  };
  const found = database
    .facts(collection)
    .find(turning(turn, days))
    .project<TurningFact>({ subjectUscc: 1, record: 1 });
  for await (const fact of found) {
    if (!turnedSinceArrival(turn, fact)) continue;
    if (awaitsLink(fact)) unlinked.push(fact);
    events.push(eventOf(collection, turn, fact, now));
    if (events.length >= BATCH) await send();
  }
  if (events.length > 0) await send();
  return count;
}

type TurningFact = Pick<FactDocumentBase, '_id' | 'subjectUscc' | 'record'>;

function turning(turn: PublicityTurn, { first, last }: Days): Filter<FactDocumentBase> {
  const end = turn === 'EXPIRED' ? 'record.publicity.until' : 'record.publicity.from';
  return { [end]: { $gte: first, $lte: last }, 'record.state': 'ACTIVE' };
}

/** What had ended when its revision arrived was told by the revision; so was what had begun. */
function turnedSinceArrival(turn: PublicityTurn, { record }: TurningFact): boolean {
  const arrived = todayInShanghai(record.provenance.receivedAt);
  const { from = '', until = '' } = record.publicity ?? {};
  return turn === 'EXPIRED' ? arrived <= until : arrived < from;
}

function eventOf(collection: FactCollection, turn: PublicityTurn, fact: TurningFact, now: Date): OutboxEvent {
  const { _id, subjectUscc, record } = fact;
  return {
    _id: `${revisionId(fact)}:${turn}`,
    collection: collection.name,
    fact: _id,
    revision: record.revision,
    reason: turn,
    ...(subjectUscc === undefined ? {} : { subjectUscc }),
    at: now,
  };
}

/** Where a run was broken off, some of them lie in the outbox already. */
async function insertNew({ outbox }: DepartmentDatabase, events: readonly OutboxEvent[]): Promise<void> {
  try {
    await outbox.insertMany(events, { ordered: false, writeConcern: { w: 'majority' } });
  } catch (error) {
    if (!onlyDuplicates(error)) throw error;
  }
}
