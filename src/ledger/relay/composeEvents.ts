import type { DepartmentDatabase } from '../../data/DepartmentDatabase.ts';
import type { FactCollection } from '../../data/FactCollection.ts';
import type { FactDocumentBase } from '../../data/FactDocument.ts';
import type { OutboxEvent } from '../../data/outbox.ts';
import type { LedgerBody } from '../LedgerBody.ts';
import { composeBody } from './composeBody.ts';
import { isTurn } from './readBatch.ts';

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
    const revisions = await readRevisions(database, collection, own);
    for (const event of own) {
      const [fact, previous] = isTurn(event) ? turned(revisions, event) : replaced(revisions, event);
      if (fact !== undefined) composed.set(event._id, composeBody(collection, event, fact, previous));
    }
  }
  return {
    bodies: events.flatMap(({ _id }) => composed.get(_id) ?? []),
    passed: events.flatMap(({ _id }) => (composed.has(_id) ? [] : [_id])),
  };
}

interface Revisions {
  /** By fact. */
  readonly current: ReadonlyMap<string, FactDocumentBase>;
  /** By `<fact>@<revision>`. */
  readonly earlier: ReadonlyMap<string, FactDocumentBase>;
}

type Change = readonly [fact: FactDocumentBase | undefined, previous?: FactDocumentBase | undefined];

/** Current facts first, then the history for what they are no more: a revision that is replaced in between is found there. */
async function readRevisions(
  database: DepartmentDatabase,
  collection: FactCollection,
  events: readonly OutboxEvent[],
): Promise<Revisions> {
  const ids = [...new Set(events.map(({ fact }) => fact))];
  const facts = await database
    .facts(collection)
    .find({ _id: { $in: ids } })
    .toArray();
  const current = new Map(facts.map((fact) => [fact._id, fact]));
  const names = events
    .flatMap((event) => (isTurn(event) ? [] : [event.revision, event.revision - 1].map((no) => ({ event, no }))))
    .filter(({ event, no }) => no > 0 && current.get(event.fact)?.record.revision !== no)
    .map(({ event, no }) => nameOf(event.fact, no));
  if (names.length === 0) return { current, earlier: new Map() };
  const found = await database
    .revisions(collection)
    .find({ _id: { $in: [...new Set(names)] } })
    .toArray();
  return { current, earlier: new Map(found.map((revision) => [revision._id, { ...revision, _id: revision.fact }])) };
}

/** A day on which publicity turned says something of the current revision only. */
function turned({ current }: Revisions, { fact, revision }: OutboxEvent): Change {
  const found = current.get(fact);
  return found?.record.revision === revision ? [found, found] : [undefined];
}

function replaced({ current, earlier }: Revisions, { fact, revision }: OutboxEvent): Change {
  const found = current.get(fact);
  const now = found?.record.revision === revision ? found : earlier.get(nameOf(fact, revision));
  return [now, earlier.get(nameOf(fact, revision - 1))];
}

function nameOf(fact: string, revision: number): string {
  return `${fact}@${revision}`;
}
