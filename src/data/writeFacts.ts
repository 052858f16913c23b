import { setTimeout as pause } from 'node:timers/promises';
import { MongoError, WriteConcern, type ClientSession } from 'mongodb';
import type { WriteOrigin } from './buildDocument.ts';
import { isConnectionFault } from './connectionFault.ts';
import type { DepartmentDatabase } from './DepartmentDatabase.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import { alignLinkCandidates } from './alignLinkCandidates.ts';
import { isKeyCollision } from './livingKey.ts';
import { subjectOfEvent, type OutboxEvent } from './outbox.ts';
import { awaitsLink } from './unlinkedFilter.ts';
import { todayInShanghai } from '../values/localDate.ts';
import { isWritten, planWrite, type WriteOutcome, type WriteSetting, type WriteStep } from './planWrite.ts';

/** The outcome of a draft with the document that is current after the write. */
export interface WrittenFact {
  readonly outcome: WriteOutcome;
  readonly document: FactDocumentBase;
  /** For a conflict: the row of the same file that said something else. */
  readonly conflictsWith?: number | undefined;
}

const TRANSIENT = 'TransientTransactionError';
const UNKNOWN_COMMIT = 'UnknownTransactionCommitResult';

/**
 * Attempts after which a write that keeps colliding is given up, some seconds after the first, unless it has more patience; each sees
 * what the others wrote.
 */
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
 * @throws AppError REVISION_CONFLICT where a draft's `basedOn` is no longer the current revision; nothing is written then
 */
export async function writeFacts(
  database: DepartmentDatabase,
  collection: FactCollection,
  drafts: readonly FactDraft[],
  setting: WriteSetting,
): Promise<readonly WrittenFact[]> {
  const until = performance.now() + (setting.patienceMs ?? 0);
  for (let attempt = 1; ; attempt += 1) {
    const steps = await planWrite(database, collection, drafts, setting);
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
      // What a person corrected is no other fact at the next attempt either.
      const isLost = isKeyCollision(error) && drafts.some(({ basedOn }) => basedOn !== undefined);
      const isOver = attempt >= MAX_ATTEMPTS && performance.now() >= until;
      if (isOver || isLost || !isCollision(error)) throw error;
      await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
    }
  }
}

async function writeSteps(
  database: DepartmentDatabase,
  collection: FactCollection,
  steps: readonly WriteStep[],
  { origin }: WriteSetting,
): Promise<void> {
  const written = steps.filter(({ outcome }) => isWritten(outcome));
  if (written.length === 0) return;
  const created = written.filter(({ outcome }) => outcome === 'CREATED').map(({ built }) => built);
  const changed = written.filter(({ outcome }) => outcome === 'CHANGED');
  const events = written.map((step) => eventOf(collection, step, origin));
  await inTransaction(database, async (session) => {
    if (created.length > 0) await database.facts(collection).insertMany(created, { session, ordered: true });
    if (changed.length > 0) await replaceRevisions(database, collection, changed, session);
    await database.outbox.insertMany(events, { session, ordered: true });
    const today = todayInShanghai(origin.receivedAt);
    await alignLinkCandidates(database, onceUnlinked(changed), today, session);
  });
}

/** Facts that waited for an enterprise before: what was proposed for them may be settled, or shown no more, or again. */
function onceUnlinked(changed: readonly WriteStep[]): readonly FactDocumentBase[] {
  return changed.flatMap(({ built, previous }) => (previous !== undefined && awaitsLink(previous) ? [built] : []));
}

async function replaceRevisions(
  database: DepartmentDatabase,
  collection: FactCollection,
  changed: readonly WriteStep[],
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
export function revisionId(document: Pick<FactDocumentBase, '_id' | 'record'>): string {
  return `${document._id}@${document.record.revision}`;
}

function eventOf(collection: FactCollection, { built, previous }: WriteStep, origin: WriteOrigin): OutboxEvent {
  const movedFrom = previous?.subjectUscc;
  return {
    _id: revisionId(built),
    collection: collection.name,
    fact: built._id,
    revision: built.record.revision,
    reason: built.record.revisionReason,
    ...subjectOfEvent(collection.kind, built),
    ...(movedFrom === undefined || movedFrom === built.subjectUscc ? {} : { movedFrom }),
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
      const isUnknown = hasLabel(error, UNKNOWN_COMMIT) || isConnectionFault(error);
      if (attempt === MAX_COMMITS || !isUnknown) throw error;
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
