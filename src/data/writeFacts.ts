import { setTimeout as pause } from 'node:timers/promises';
import { MongoError, WriteConcern, type ClientSession } from 'mongodb';
import { AppError } from '../errors/AppError.ts';
import { buildDocument, type WriteOrigin } from './buildDocument.ts';
import type { DepartmentDatabase } from './DepartmentDatabase.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, RevisionReason } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import type { OutboxEvent } from './outbox.ts';
import { sameFact } from './sameFact.ts';

/** What became of one draft. */
export type WriteOutcome = 'CREATED' | 'CHANGED' | 'UNCHANGED' | 'CONFLICT';

/** The outcome of a draft with the document that is current after the write. */
export interface WrittenFact {
  readonly outcome: WriteOutcome;
  readonly document: FactDocumentBase;
  /** For a conflict: the row of the same file that said something else. */
  readonly conflictsWith?: number | undefined;
}

/** How drafts are to be written. */
export interface WriteSetting {
  readonly origin: WriteOrigin;
  /** Reason of a revision that replaces another; the first revision is always CREATED. */
  readonly reason: Exclude<RevisionReason, 'CREATED'>;
  /** Fields that this source never has: their stored values live on. */
  readonly neverHas: ReadonlySet<string>;
  /** The revision that the drafts were made of, where they were made of one: on top of any other they are not written. */
  readonly basedOn?: number;
}

interface Step {
  readonly draft: FactDraft;
  readonly built: FactDocumentBase;
  readonly previous: FactDocumentBase | undefined;
  readonly outcome: WriteOutcome;
}

const TRANSIENT = 'TransientTransactionError';
const UNKNOWN_COMMIT = 'UnknownTransactionCommitResult';

/** Attempts after which a write that keeps colliding is given up, some seconds after the first; each sees what the others wrote. */
const MAX_ATTEMPTS = 14;
/** How often one commit is asked for. */
const MAX_COMMITS = 5;
/** Longest pause after the first collision; it doubles with each further one. */
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 640;

/**
 * The one way in which facts are written: imports and mutations alike.
 *
 * Reads the current revisions, tells new, changed and unchanged apart, and writes facts, replaced revisions and
 * outbox events in one transaction. A revision never overwrites: the replaced one moves to the history. Two rows of
 * one file that contradict each other do not overwrite each other either: the second is a conflict.
 *
 * @param database - the owner's
 * @param collection - the declaration
 * @param drafts - at most a batch; ids may repeat
 * @param setting - origin and reason
 * @returns an outcome per draft, in order
 * @throws AppError REVISION_CONFLICT where `basedOn` is no longer the current revision; nothing is written then
 */
export async function writeFacts(
  database: DepartmentDatabase,
  collection: FactCollection,
  drafts: readonly FactDraft[],
  setting: WriteSetting,
): Promise<readonly WrittenFact[]> {
  for (let attempt = 1; ; attempt += 1) {
    const steps = await plan(database, collection, drafts, setting);
    try {
      await writeSteps(database, collection, steps, setting);
      return steps.map(({ outcome, built, previous }) =>
        isWritten(outcome)
          ? { outcome, document: built }
          : { outcome, document: previous ?? built, conflictsWith: previous?.record.provenance.row },
      );
    } catch (error) {
      // A duplicate key or write conflict means that another writer came first. The transaction is over: caught inside, it
      // would be retried with the same stale plan. Plan anew with what the other wrote.
      if (attempt === MAX_ATTEMPTS || !isCollision(error)) throw error;
      await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
    }
  }
}

async function plan(
  database: DepartmentDatabase,
  collection: FactCollection,
  drafts: readonly FactDraft[],
  setting: WriteSetting,
): Promise<Step[]> {
  const ids = [...new Set(drafts.map(({ id }) => id))];
  const stored = await database
    .facts(collection)
    .find({ _id: { $in: ids } })
    .toArray();
  for (const { record } of stored) refuseOther(record.revision, setting.basedOn);
  const current = new Map(stored.map((document) => [document._id, document]));
  const seen = new Map<string, FactDocumentBase>();
  return drafts.map((draft) => {
    const previous = seen.get(draft.id) ?? current.get(draft.id);
    const complete = previous === undefined ? draft : withKeptValues(draft, previous, setting.neverHas);
    const reason = previous === undefined ? 'CREATED' : setting.reason;
    const built = buildDocument(collection, complete, setting.origin, previous, reason);
    const outcome = previous === undefined ? 'CREATED' : compare(previous, built, setting.origin, seen.has(draft.id));
    seen.set(draft.id, isWritten(outcome) ? built : (previous ?? built));
    return { draft, built, previous, outcome };
  });
}

function refuseOther(revision: number, basedOn: number | undefined): void {
  if (basedOn !== undefined && revision !== basedOn) throw new AppError('REVISION_CONFLICT', { revision });
}

function isWritten(outcome: WriteOutcome): boolean {
  return outcome === 'CREATED' || outcome === 'CHANGED';
}

function compare(
  previous: FactDocumentBase,
  built: FactDocumentBase,
  origin: WriteOrigin,
  sameBatch: boolean,
): WriteOutcome {
  if (sameFact(previous, built)) return 'UNCHANGED';
  if (origin.batch === undefined) return 'CHANGED';
  const before = previous.record.provenance;
  if (sameBatch) return 'CONFLICT';
  if (previous.record.state === 'DELETED') return 'UNCHANGED';
  if (before.batch !== origin.batch) return 'CHANGED';
  if (before.row !== built.record.provenance.row) return 'CONFLICT';
  // What a person corrected since this file came in is not undone by reading the file again.
  return before.correctedOn === undefined ? 'CHANGED' : 'UNCHANGED';
}

function withKeptValues(draft: FactDraft, previous: FactDocumentBase, neverHas: ReadonlySet<string>): FactDraft {
  if (neverHas.size === 0) return draft;
  const kept = Object.entries(previous).filter(([name]) => neverHas.has(name));
  return { ...draft, values: { ...Object.fromEntries(kept), ...draft.values } };
}

async function writeSteps(
  database: DepartmentDatabase,
  collection: FactCollection,
  steps: readonly Step[],
  { origin }: WriteSetting,
): Promise<void> {
  const written = steps.filter(({ outcome }) => isWritten(outcome));
  if (written.length === 0) return;
  const created = written.filter(({ outcome }) => outcome === 'CREATED').map(({ built }) => built);
  const changed = written.filter(({ outcome }) => outcome === 'CHANGED');
  const events = written.map(({ built }) => eventOf(collection, built, origin));
  await inTransaction(database, async (session) => {
    if (created.length > 0) await database.facts(collection).insertMany(created, { session, ordered: true });
    if (changed.length > 0) await replaceRevisions(database, collection, changed, session);
    await database.outbox.insertMany(events, { session, ordered: true });
  });
}

async function replaceRevisions(
  database: DepartmentDatabase,
  collection: FactCollection,
  changed: readonly Step[],
  session: ClientSession,
): Promise<void> {
  const replaced = changed.flatMap(({ previous }) => (previous === undefined ? [] : [previous]));
  await database.revisions(collection).insertMany(
    replaced.map((document) => ({ ...document, _id: revisionId(document), fact: document._id })),
    { session, ordered: true },
  );
  await database.facts(collection).bulkWrite(
    changed.map(({ built }) => ({ replaceOne: { filter: { _id: built._id }, replacement: built } })),
    { session, ordered: true },
  );
}

/**
 * Names a revision of a fact: its id in the history and in the outbox.
 *
 * @param document - the fact at that revision
 */
export function revisionId(document: FactDocumentBase): string {
  return `${document._id}@${document.record.revision}`;
}

function eventOf(collection: FactCollection, built: FactDocumentBase, origin: WriteOrigin): OutboxEvent {
  return {
    _id: revisionId(built),
    collection: collection.name,
    fact: built._id,
    revision: built.record.revision,
    reason: built.record.revisionReason,
    ...(built.subjectUscc === undefined ? {} : { subjectUscc: built.subjectUscc }),
    at: origin.receivedAt,
  };
}

async function inTransaction(
  database: DepartmentDatabase,
  work: (session: ClientSession) => Promise<void>,
): Promise<void> {
  await database.withSession(async (session) => {
    session.startTransaction({ writeConcern: new WriteConcern('majority') });
    try {
      await work(session);
      await commit(session);
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction();
      throw error;
    }
  });
}

/** A commit whose answer was lost is asked for again, which gives the same answer: only so it is known what became of it. */
async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (attempt === MAX_COMMITS || !hasLabel(error, UNKNOWN_COMMIT)) throw error;
      await pause(FIRST_PAUSE_MS * attempt);
    }
  }
}

function isCollision(error: unknown): boolean {
  return (error instanceof MongoError && error.code === 11000) || hasLabel(error, TRANSIENT, UNKNOWN_COMMIT);
}

function hasLabel(error: unknown, ...labels: readonly string[]): boolean {
  return error instanceof MongoError && labels.some((label) => error.hasErrorLabel(label));
}
