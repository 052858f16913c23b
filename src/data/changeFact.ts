import type { SubgraphContext } from '../subgraph/context.ts';
import { AppError } from '../errors/AppError.ts';
import { todayInShanghai } from '../values/localDate.ts';
import type { WriteOrigin } from './buildDocument.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import { judgeFact, type FieldFault, type JudgeSetting } from './judgeFact.ts';
import { markUnlinked } from './markUnlinked.ts';
import { storedDraft, storedRow } from './storedFact.ts';
import { writeFacts, type WriteSetting } from './writeFacts.ts';
import type { QualityFlag } from './fields/Field.ts';

/** `type FactWriteResult`. */
export interface FactWriteResult {
  readonly id: string | null;
  readonly revision: number | null;
  readonly changed: boolean;
  readonly qualityFlags: readonly QualityFlag[];
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

/** What a correction or an annulment says beside the new values. */
export interface ChangeNote {
  readonly note: string;
  /** The revision that the person saw; a newer one refuses the change. */
  readonly expectedRevision?: number | null | undefined;
}

/**
 * Creates a fact as its department's staff enters it.
 *
 * @param collection - the declaration
 * @param input - values by field name
 * @param context - the request
 * @param title - name of the department, the provider where the input names none
 */
export async function createFact(
  collection: FactCollection,
  input: Readonly<Record<string, unknown>>,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  const verdict = judgeFact(collection, input, judgeSetting(context));
  if ('faults' in verdict) return refused(verdict.faults);
  return write(collection, verdict.draft, context, { reason: 'CORRECTED' });
}

/**
 * Corrects a fact: the given values replace the stored ones, the replaced revision is kept. A correction that another one
 * overtakes while it is being written is refused, whether or not it named the revision that it expects: it was judged with
 * values that are no longer stored.
 *
 * @param collection - the declaration
 * @param id - the fact
 * @param input - only what changes; null takes a value out
 * @param note - why
 * @param context - the request
 * @throws AppError FACT_UNKNOWN or REVISION_CONFLICT
 */
export async function correctFact(
  collection: FactCollection,
  id: string,
  input: Readonly<Record<string, unknown>>,
  note: ChangeNote,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  const stored = await currentFact(collection, id, note, context);
  const verdict = judgeFact(collection, { ...storedRow(stored), ...input }, judgeSetting(context));
  if ('faults' in verdict) return refused(verdict.faults);
  const names = ['subjectUscc', 'subjectName', 'orgCode'].some((column) => column in input);
  const subject = names ? verdict.draft.subject : storedDraft(collection, stored).subject;
  const draft = { ...verdict.draft, id, subject, note: note.note };
  return write(collection, draft, context, { reason: 'CORRECTED', basedOn: stored.record.revision });
}

/**
 * Annuls a fact: no door shows it from then on; its revisions are kept.
 *
 * @param collection - the declaration
 * @param id - the fact
 * @param note - why
 * @param context - the request
 * @throws AppError FACT_UNKNOWN or REVISION_CONFLICT
 */
export async function annulFact(
  collection: FactCollection,
  id: string,
  note: ChangeNote,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  const stored = await currentFact(collection, id, note, context);
  const draft = storedDraft(collection, stored);
  const publicity = { ...draft.publicity, endedOn: todayInShanghai(context.now), endReason: 'ANNULLED' };
  const annulled: FactDraft = { ...draft, publicity, state: 'DELETED', note: note.note };
  return write(collection, annulled, context, { reason: 'ANNULLED', basedOn: stored.record.revision });
}

async function currentFact(
  collection: FactCollection,
  id: string,
  { expectedRevision }: ChangeNote,
  { database }: SubgraphContext,
): Promise<FactDocumentBase> {
  const stored = await database.facts(collection).findOne({ _id: id, 'record.state': { $ne: 'DELETED' } });
  if (stored === null) throw new AppError('FACT_UNKNOWN', { type: collection.type });
  const { revision } = stored.record;
  if (typeof expectedRevision === 'number' && expectedRevision !== revision) {
    throw new AppError('REVISION_CONFLICT', { revision });
  }
  return stored;
}

async function write(
  collection: FactCollection,
  draft: FactDraft,
  context: SubgraphContext,
  setting: Pick<WriteSetting, 'reason' | 'basedOn'>,
): Promise<FactWriteResult> {
  const origin: WriteOrigin = {
    source: 'mutation',
    operator: `${context.caller.operator ?? 'unknown'}@${context.caller.department ?? 'unknown'}`,
    receivedAt: context.now,
  };
  const [written] = await writeFacts(context.database, collection, [markUnlinked(collection, draft)], {
    ...setting,
    origin,
    neverHas: new Set(),
  });
  if (written === undefined) throw new AppError('FACT_UNKNOWN', { type: collection.type });
  return {
    id: written.document._id,
    revision: written.document.record.revision,
    changed: written.outcome !== 'UNCHANGED',
    qualityFlags: written.document.record.qualityFlags ?? [],
    errors: [],
  };
}

function judgeSetting(context: SubgraphContext): JudgeSetting {
  return { today: todayInShanghai(context.now), neverHas: new Set(), provider: { name: context.title }, flags: [] };
}

function refused(faults: readonly FieldFault[]): FactWriteResult {
  const errors = faults.map(({ field, fault }) => ({ field, code: fault.code, message: fault.expected }));
  return { id: null, revision: null, changed: false, qualityFlags: [], errors };
}
