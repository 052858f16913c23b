import type { DepartmentDatabase } from '../../data/DepartmentDatabase.ts';
import type { FactCollection } from '../../data/FactCollection.ts';
import type { FactDocumentBase } from '../../data/FactDocument.ts';
import type { OutboxEvent } from '../../data/outbox.ts';
import type { LedgerBody } from '../LedgerBody.ts';
import { composeBody } from './composeBody.ts';

/** A department whose outbox is relayed. */
export interface RelayedDepartment {
  readonly database: DepartmentDatabase;
  readonly collections: Readonly<Record<string, FactCollection>>;
}

/** What came of a batch of events. */
export interface ComposedEvents {
  /** In the order of the events. */
  readonly bodies: readonly LedgerBody[];
  /** Events of revisions that are not stored any more, and days of publicity of a revision that was replaced meanwhile. */
  readonly passed: readonly string[];
}

/**
 * Composes what the ledger says of events. Their revisions are immutable and kept for ever, so this can be done long after they
 * were written, and again.
 *
 * @param department - whose events they are
 * @param events - from its outbox
 */
export async function composeEvents(
  { database, collections }: RelayedDepartment,
  events: readonly OutboxEvent[],
): Promise<ComposedEvents> {
  const composed = new Map<string, LedgerBody>();
  for (const collection of Object.values(collections)) {
    const own = events.filter((event) => event.collection === collection.name);
    if (own.length === 0) continue;
    const revisionOf = await readRevisions(database, collection, own);
    for (const event of own) {
      const fact = revisionOf(event.fact, event.revision);
      const previous = isTurn(event) ? fact : revisionOf(event.fact, event.revision - 1);
      if (fact !== undefined) composed.set(event._id, composeBody(collection, event, fact, previous));
    }
  }
  return {
    bodies: events.flatMap(({ _id }) => composed.get(_id) ?? []),
    passed: events.flatMap(({ _id }) => (composed.has(_id) ? [] : [_id])),
  };
}

type RevisionOf = (fact: string, revision: number) => FactDocumentBase | undefined;

/**
 * Current facts first, then the history for what they are no more: a revision that is replaced in between is found there. The day
 * on which publicity ended says something of the current revision only.
 */
async function readRevisions(
  database: DepartmentDatabase,
  collection: FactCollection,
  events: readonly OutboxEvent[],
): Promise<RevisionOf> {
  const ids = [...new Set(events.map(({ fact }) => fact))];
  const current = await database
    .facts(collection)
    .find({ _id: { $in: ids } })
    .toArray();
  const known = new Map(current.map((fact) => [nameOf(fact._id, fact.record.revision), fact]));
  const earlier = events
    .filter((event) => !isTurn(event))
    .flatMap(({ fact, revision }) => [nameOf(fact, revision), nameOf(fact, revision - 1)])
    .filter((name) => !known.has(name) && !name.endsWith('@0'));
  if (earlier.length > 0) {
    const found = await database
      .revisions(collection)
      .find({ _id: { $in: [...new Set(earlier)] } })
      .toArray();
    for (const revision of found) known.set(revision._id, { ...revision, _id: revision.fact });
  }
  return (fact, revision) => known.get(nameOf(fact, revision));
}

function nameOf(fact: string, revision: number): string {
  return `${fact}@${revision}`;
}

function isTurn({ reason }: OutboxEvent): boolean {
  return reason === 'PUBLICITY_STARTED' || reason === 'EXPIRED';
}
