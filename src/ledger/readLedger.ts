import type { Filter } from 'mongodb';
import type { OutboxEvent } from '../data/outbox.ts';
import { AppError } from '../errors/AppError.ts';
import type { BodyDocument, LedgerDatabase } from './chain/LedgerDatabase.ts';
import type { LedgerBody, LedgerEntry } from './LedgerBody.ts';
import type { LedgerReader } from './LedgerReader.ts';
import { OutboxWatch, silenceError, type Silence, type WatchedOutbox } from './OutboxWatch.ts';

/**
 * Reads the ledger for departments.
 *
 * @param ledger - the ledger
 * @param departments - whose outboxes hold what is not in the ledger yet; asked for at each question
 */
export function readLedger(ledger: LedgerDatabase, departments: () => readonly WatchedOutbox[]): LedgerReader {
  const watch = new OutboxWatch();
  return {
    async head() {
      const last = await ledger.entries.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
      return last?._id ?? 0;
    },
    async after(seq, limit, filter, last = Number.MAX_SAFE_INTEGER) {
      const behind: Filter<BodyDocument> = { _id: { $gt: seq, $lte: last } };
      const wanted = filter === undefined ? behind : { $and: [behind, ofBodies(filter)] };
      const found = ledger.bodies.find(wanted, { projection: { time: 1, body: 1, event: 1 } });
      const documents = await found.sort({ _id: 1 }).limit(limit).toArray();
      return documents.map(entryOf);
    },
    async pendingFacts(position, usccs, owners, onSilent = refuse) {
      const meant = departments().filter(({ department }) => owners?.includes(department) ?? true);
      // The outboxes first: an event leaves them only once it is in the ledger.
      const outboxes = await Promise.all(meant.map((outbox) => factsInOutbox(watch, outbox, usccs)));
      for (const found of outboxes) if ('since' in found) onSilent(found);
      const behind = await factsBehind(ledger, position, usccs);
      return new Set([...outboxes.flatMap((found) => ('since' in found ? [] : found)), ...behind]);
    },
  };
}

function refuse(silence: Silence): never {
  throw silenceError(silence);
}

function entryOf({ _id, time, body, event }: BodyDocument): LedgerEntry {
  return body === undefined ? { seq: _id, time, withheldFact: factOf(event) } : { seq: _id, time, body };
}

/** The event names the fact also where its body was withheld. */
function factOf(event: string): string {
  return event.slice(0, event.lastIndexOf('@'));
}

/** A filter over bodies, as one over the documents that hold them. */
function ofBodies(filter: Filter<LedgerBody>): Filter<BodyDocument> {
  const entries: [string, unknown][] = Object.entries(filter).map(([name, condition]: [string, unknown]) =>
    Array.isArray(condition) && name.startsWith('$')
      ? [name, condition.map((part: Filter<LedgerBody>) => ofBodies(part))]
      : [`body.${name}`, condition],
  );
  return Object.fromEntries(entries);
}

/** What is new is held by no follower. */
const KNOWN_FACTS = { $ne: 'CREATED' } as const;
/** Ids that a reader can leave out one by one: a filter holds 16 MB at most, and long ones are slow. */
const PENDING_MOST = 20_000;

function bounded(facts: readonly string[]): readonly string[] {
  if (facts.length > PENDING_MOST) throw new AppError('LEDGER_BEHIND');
  return facts;
}

async function factsInOutbox(
  watch: OutboxWatch,
  outbox: WatchedOutbox,
  usccs?: readonly string[],
): Promise<readonly string[] | Silence> {
  const about: Filter<OutboxEvent> =
    usccs === undefined
      ? { reason: KNOWN_FACTS }
      : { $or: [{ subjectUscc: { $in: usccs } }, { movedFrom: { $in: usccs } }] };
  const found = await watch.factsIn(outbox, about, usccs === undefined ? PENDING_MOST + 1 : 0);
  return 'since' in found ? found : bounded(found);
}

async function factsBehind(
  { bodies }: LedgerDatabase,
  position: number,
  usccs?: readonly string[],
): Promise<readonly string[]> {
  const behind: Filter<BodyDocument> = { _id: { $gt: position } };
  const about: Filter<BodyDocument> =
    usccs === undefined
      ? { ...behind, 'body.reason': KNOWN_FACTS }
      : {
          $or: [
            { 'body.uscc': { $in: usccs }, ...behind },
            { movedFrom: { $in: usccs }, ...behind },
          ],
        };
  const limit = usccs === undefined ? PENDING_MOST + 1 : 0;
  const found = await bodies.find(about, { projection: { _id: 0, event: 1 }, limit }).toArray();
  return bounded(found.map(({ event }) => factOf(event)));
}
