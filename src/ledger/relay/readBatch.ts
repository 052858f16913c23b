import type { DepartmentDatabase } from '../../data/DepartmentDatabase.ts';
import type { OutboxEvent } from '../../data/outbox.ts';

/**
 * Reads a batch of an outbox: roughly in the order in which it was written, and of each fact exactly in the order of its revisions.
 *
 * The natural order of MongoDB alone is not enough: a server that was killed writes the last minute again from its oplog, by several
 * threads, and a secondary does so always. So what a revision builds on is fetched where it lies further behind.
 *
 * @param database - of the department
 * @param batchSize - how many; a batch with fetched ones is a little longer
 */
export async function readBatch(
  { outbox }: Pick<DepartmentDatabase, 'outbox'>,
  batchSize: number,
): Promise<readonly OutboxEvent[]> {
  // A snapshot of what a majority has, so that no entry ever stands for a write that is rolled back.
  const found = outbox.find({}, { readConcern: { level: 'snapshot' }, batchSize: batchSize + 1 });
  const batch = await found.sort({ $natural: 1 }).limit(batchSize).toArray();
  const known = new Map(batch.map((event) => [event._id, event]));
  for (let missing = namesBefore(batch, known); missing.length > 0;) {
    const fetched = await outbox.find({ _id: { $in: missing } }).toArray();
    for (const event of fetched) known.set(event._id, event);
    missing = namesBefore(fetched, known);
  }
  return inOrder([...known.values()]);
}

/** Names of the events that must come right before some, where they are not among those known. */
function namesBefore(events: readonly OutboxEvent[], known: ReadonlyMap<string, OutboxEvent>): string[] {
  const names = events.flatMap((event) => {
    const revision = isTurn(event) ? event.revision : event.revision - 1;
    return revision > 0 ? [`${event.fact}@${revision}`] : [];
  });
  return [...new Set(names)].filter((name) => !known.has(name));
}

/** Each fact keeps the places that it has and fills them by revision. */
function inOrder(events: readonly OutboxEvent[]): readonly OutboxEvent[] {
  const byFact = new Map<string, OutboxEvent[]>();
  for (const event of events) {
    const own = byFact.get(event.fact);
    if (own === undefined) byFact.set(event.fact, [event]);
    else own.push(event);
  }
  for (const own of byFact.values()) own.sort(byRevision);
  return events.flatMap(({ fact }) => byFact.get(fact)?.shift() ?? []);
}

function byRevision(one: OutboxEvent, other: OutboxEvent): number {
  return one.revision - other.revision || Number(isTurn(one)) - Number(isTurn(other));
}

/**
 * Tells whether an event stands for a day on which publicity began or ended, and not for a revision.
 *
 * @param event - from the outbox
 */
export function isTurn({ reason }: Pick<OutboxEvent, 'reason'>): boolean {
  return reason === 'PUBLICITY_STARTED' || reason === 'EXPIRED';
}
