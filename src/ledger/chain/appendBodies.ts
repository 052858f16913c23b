import { setTimeout as pause } from 'node:timers/promises';
import { MongoError, WriteConcern } from 'mongodb';
import type { LedgerBody } from '../LedgerBody.ts';
import { bodyDigestOf, entryHashOf, newSalt } from './digests.ts';
import { GENESIS, type BodyDocument, type EntryDocument, type LedgerDatabase } from './LedgerDatabase.ts';

/** What was appended. */
export interface Appended {
  /** Bodies that had no entry yet. */
  readonly count: number;
  /** Number of the last entry afterwards; 0 while there is none. */
  readonly head: number;
}

type Head = Pick<EntryDocument, '_id' | 'hash' | 'time'>;

const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 200;
/** Attempts after which an append that keeps colliding is given up, some seconds after the first. */
const MAX_ATTEMPTS = 40;

/**
 * Appends bodies to the chain, in order. A body whose event has an entry already is passed over, so appending the same again changes
 * nothing; several processes may append at once and still make one chain without gaps: the one that comes second finds its numbers
 * taken, and plans anew behind the other's entries.
 *
 * @param ledger - the ledger
 * @param bodies - at most a batch
 * @param now - the time of the entries; never before that of the entry before
 */
export async function appendBodies(
  ledger: LedgerDatabase,
  bodies: readonly LedgerBody[],
  now: Date,
): Promise<Appended> {
  const salted = unique(bodies).map((body) => saltedBody(body));
  let missing: readonly SaltedBody[] = salted;
  for (let attempt = 1; ; attempt += 1) {
    const head = await headOf(ledger);
    if (missing.length === 0) return { count: 0, head: head?._id ?? 0 };
    try {
      await write(ledger, missing, head, now);
      return { count: missing.length, head: (head?._id ?? 0) + missing.length };
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isCollision(error)) throw error;
      await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
      // Looked at only here: as a rule every event is new, and the unique index finds those that are not.
      missing = await withoutEntry(ledger, missing);
    }
  }
}

interface SaltedBody {
  readonly body: LedgerBody;
  readonly salt: string;
  readonly bodyDigest: string;
}

function saltedBody(body: LedgerBody): SaltedBody {
  const salt = newSalt();
  return { body, salt, bodyDigest: bodyDigestOf(salt, body) };
}

function unique(bodies: readonly LedgerBody[]): readonly LedgerBody[] {
  return [...new Map(bodies.map((body) => [body.event, body])).values()];
}

async function headOf({ entries }: LedgerDatabase): Promise<Head | undefined> {
  const projection = { hash: 1, time: 1 };
  const head = await entries.findOne<Head>({}, { sort: { _id: -1 }, projection });
  return head ?? undefined;
}

async function withoutEntry(ledger: LedgerDatabase, bodies: readonly SaltedBody[]): Promise<readonly SaltedBody[]> {
  const events = bodies.map(({ body }) => body.event);
  const found = ledger.bodies.find({ event: { $in: events } }, { projection: { event: 1, _id: 0 } });
  const known = new Set((await found.toArray()).map(({ event }) => event));
  return bodies.filter(({ body }) => !known.has(body.event));
}

async function write(
  ledger: LedgerDatabase,
  salted: readonly SaltedBody[],
  head: Head | undefined,
  now: Date,
): Promise<void> {
  const entries = chained(salted, head, now);
  const bodies = salted.map((one, at) => bodyDocument(one, entries[at]));
  await ledger.connection.getClient().withSession(async (session) => {
    session.startTransaction({ writeConcern: new WriteConcern('majority') });
    try {
      await ledger.entries.insertMany(entries, { session, ordered: true });
      await ledger.bodies.insertMany(bodies, { session, ordered: true });
      await session.commitTransaction();
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction();
      throw error;
    }
  });
}

function chained(salted: readonly SaltedBody[], head: Head | undefined, now: Date): readonly EntryDocument[] {
  let prevHash = head?.hash ?? GENESIS;
  let seq = head?._id ?? 0;
  const time = head !== undefined && head.time > now ? head.time : now;
  return salted.map(({ bodyDigest }) => {
    seq += 1;
    const hash = entryHashOf({ seq, prevHash, time, bodyDigest });
    const entry: EntryDocument = { _id: seq, prevHash, time, bodyDigest, hash };
    prevHash = hash;
    return entry;
  });
}

function bodyDocument({ body, salt }: SaltedBody, entry: EntryDocument | undefined): BodyDocument {
  if (entry === undefined) throw new Error('A body has no entry.');
  const movedFrom = body.before?.uscc;
  const { _id, time } = entry;
  const document: BodyDocument = { _id, time, event: body.event, salt, body };
  return movedFrom === undefined || movedFrom === body.uscc ? document : { ...document, movedFrom };
}

/** Another appender came first, or nobody knows what became of the commit: both are seen by planning anew. */
function isCollision(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  const labels = ['TransientTransactionError', 'UnknownTransactionCommitResult'];
  return error.code === 11000 || labels.some((label) => error.hasErrorLabel(label));
}
