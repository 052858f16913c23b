import { AppError } from '../errors/AppError.ts';
import { buildDocument, type WriteOrigin } from './buildDocument.ts';
import type { DepartmentDatabase } from './DepartmentDatabase.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, RevisionReason } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import { livingKeyFilter } from './livingKey.ts';
import { withKeptLink } from './keptLink.ts';
import { onlyLinked } from './onlyLinked.ts';
import { sameFact } from './sameFact.ts';

/** What becomes of one draft. */
export type WriteOutcome = 'CREATED' | 'CHANGED' | 'UNCHANGED' | 'CONFLICT';

/** How drafts are to be written. */
export interface WriteSetting {
  readonly origin: WriteOrigin;
  /**
   * Reason of a revision that replaces another; the first is always CREATED, and one that only links is LINKED. What is written
   * as CREATED replaces no living fact of other content: that is a conflict.
   */
  readonly reason: RevisionReason;
  /** Fields that this source never has: their stored values live on. */
  readonly neverHas: ReadonlySet<string>;
  /**
   * How long at least it is tried again while another writer holds the same facts, in milliseconds: longer where nobody waits. Some
   * seconds unless given.
   */
  readonly patienceMs?: number;
}

/** What is to be done with one draft. */
export interface WriteStep {
  readonly built: FactDocumentBase;
  readonly previous: FactDocumentBase | undefined;
  readonly outcome: WriteOutcome;
}

/**
 * Reads the current revisions of drafts and tells new, changed, unchanged and contradicting ones apart; writes nothing.
 *
 * A draft means the fact with its id, or else the one that a person gave its natural key to by a correction: so a file that
 * brings what was corrected meets the corrected fact and makes no second one.
 *
 * @param database - the owner's
 * @param collection - the declaration
 * @param drafts - at most a batch; ids may repeat
 * @param setting - origin and reason
 * @returns a step per draft, in order
 * @throws AppError REVISION_CONFLICT where a draft was made of a revision that is no longer the current one
 */
export async function planWrite(
  database: DepartmentDatabase,
  collection: FactCollection,
  drafts: readonly FactDraft[],
  { origin, reason, neverHas }: WriteSetting,
): Promise<readonly WriteStep[]> {
  const current = await currentRevisions(database, collection, drafts);
  const seen = new Map<string, FactDocumentBase>();
  return drafts.map((given) => {
    const stored = current.get(given.id);
    refuseOther(given, stored);
    const draft = stored === undefined || stored._id === given.id ? given : ofCorrectedFact(given, stored);
    const previous = seen.get(draft.id) ?? stored;
    const complete = previous === undefined ? draft : withKeptLink(withKeptValues(draft, previous, neverHas), previous);
    const built = buildDocument(collection, complete, origin, previous, reasonOf(reason, previous));
    const outcome =
      previous === undefined ? 'CREATED' : compare(previous, built, { origin, reason }, seen.has(draft.id));
    seen.set(draft.id, isWritten(outcome) ? built : (previous ?? built));
    return { built: outcome === 'CHANGED' ? namedLink(built, previous) : built, previous, outcome };
  });
}

/**
 * Tells whether a draft with this outcome leads to a write.
 *
 * @param outcome - as the plan has it
 */
export function isWritten(outcome: WriteOutcome): boolean {
  return outcome === 'CREATED' || outcome === 'CHANGED';
}

/** The current revision that each draft means, by the draft's id. */
async function currentRevisions(
  database: DepartmentDatabase,
  collection: FactCollection,
  drafts: readonly FactDraft[],
): Promise<ReadonlyMap<string, FactDocumentBase>> {
  const ids = [...new Set(drafts.map(({ id }) => id))];
  const facts = database.facts(collection);
  const [own, corrected] = await Promise.all([
    facts.find({ _id: { $in: ids } }).toArray(),
    // What was made of a stored revision means that fact and no other.
    collection.kind === 'SUBJECT' || drafts.every(({ basedOn }) => basedOn !== undefined)
      ? []
      : facts.find(livingKeyFilter(ids)).toArray(),
  ]);
  const current = new Map(own.map((document) => [document._id, document]));
  for (const document of corrected) {
    const { key = '' } = document.record.provenance;
    if ((current.get(key)?.record.state ?? 'DELETED') === 'DELETED') current.set(key, document);
  }
  return current;
}

function ofCorrectedFact(draft: FactDraft, { _id }: FactDocumentBase): FactDraft {
  return { ...draft, id: _id, key: draft.id };
}

function refuseOther({ id, basedOn }: FactDraft, stored: FactDocumentBase | undefined): void {
  if (basedOn === undefined) return;
  const revision = stored?._id === id ? stored.record.revision : 0;
  if (revision !== basedOn) throw new AppError('REVISION_CONFLICT', { revision });
}

function compare(
  previous: FactDocumentBase,
  built: FactDocumentBase,
  { origin, reason }: Pick<WriteSetting, 'origin' | 'reason'>,
  sameBatch: boolean,
): WriteOutcome {
  if (sameFact(previous, built)) return 'UNCHANGED';
  if (origin.batch === undefined) return isEntered(reason, previous) ? 'CONFLICT' : 'CHANGED';
  const before = previous.record.provenance;
  if (sameBatch) return compareRows(previous, built);
  if (previous.record.state === 'DELETED') return 'UNCHANGED';
  if (before.batch !== origin.batch) return 'CHANGED';
  if (before.row !== built.record.provenance.row) return compareRows(previous, built);
  // What a person corrected since this file came in is not undone by reading the file again.
  return before.correctedOn === undefined ? 'CHANGED' : 'UNCHANGED';
}

/** Two rows of a file that differ in nothing but how well they were written do not contradict each other, however it is cut into batches. */
function compareRows(previous: FactDocumentBase, built: FactDocumentBase): WriteOutcome {
  return sameFact(withoutFlags(previous), withoutFlags(built)) ? 'UNCHANGED' : 'CONFLICT';
}

/** Only the first revision creates; an annulled fact that is entered anew is put right. */
function reasonOf(reason: RevisionReason, previous: FactDocumentBase | undefined): RevisionReason {
  if (previous === undefined) return 'CREATED';
  return reason === 'CREATED' ? 'CORRECTED' : reason;
}

/** Whether staff enters as new what is there already; an annulled fact may be entered anew. */
function isEntered(reason: RevisionReason, { record }: FactDocumentBase): boolean {
  return reason === 'CREATED' && record.state !== 'DELETED';
}

function withoutFlags(document: FactDocumentBase): FactDocumentBase {
  const { qualityFlags, ...record } = document.record;
  return { ...document, record };
}

function withKeptValues(draft: FactDraft, previous: FactDocumentBase, neverHas: ReadonlySet<string>): FactDraft {
  if (neverHas.size === 0) return draft;
  const kept = Object.entries(previous).filter(([name]) => neverHas.has(name));
  return { ...draft, values: { ...Object.fromEntries(kept), ...draft.values } };
}

/** A revision by which nothing but the enterprise was found says so, whoever writes it. */
function namedLink(built: FactDocumentBase, previous: FactDocumentBase | undefined): FactDocumentBase {
  if (built.record.revisionReason !== 'CORRECTED' || previous === undefined || !onlyLinked(previous, built))
    return built;
  return { ...built, record: { ...built.record, revisionReason: 'LINKED' } };
}
