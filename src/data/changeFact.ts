import type { SubgraphContext } from '../subgraph/context.ts';
import { AppError } from '../errors/AppError.ts';
import { daysAhead, daysBefore } from '../policy/dateOrder.ts';
import { todayInShanghai, type LocalDate } from '../values/localDate.ts';
import { maskFreeText } from '../values/masks.ts';
import { visibleText } from '../values/visibleText.ts';
import type { WriteOrigin } from './buildDocument.ts';
import { keyField, type FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, PublicityDocument } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import { inputFaults } from './inputFaults.ts';
import { isBlank } from './isBlank.ts';
import { judgeCorrection } from './judgeCorrection.ts';
import { judgeFact, type FieldFault } from './judgeFact.ts';
import { refusedWrite } from './refusedWrite.ts';
import { unlessKeyTaken } from './unlessKeyTaken.ts';
import { markUnlinked } from './markUnlinked.ts';
import { setGiven, type Growing } from './setGiven.ts';
import { storedDraft } from './storedFact.ts';
import { writeFacts } from './writeFacts.ts';
import type { WriteSetting } from './planWrite.ts';
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

/** What an annulment says beside. */
export interface AnnulmentNote extends ChangeNote {
  /** Day on which the decision behind the fact was changed, revoked or found void. */
  readonly annulledOn?: LocalDate | null | undefined;
  /** Why, in a code of the department's own. */
  readonly reason?: string | null | undefined;
}

/**
 * Creates a fact as its department's staff enters it.
 *
 * The same input twice changes nothing; another input for a fact that there is already is refused (`FACT_EXISTS`), since only
 * a correction says why. An annulled fact may be entered anew.
 *
 * @param collection - the declaration
 * @param input - values by field name
 * @param context - the request; its department is the provider where the input names none
 * @returns the fact, or the fields that must be corrected first, in the caller's language
 */
export async function createFact(
  collection: FactCollection,
  input: Readonly<Record<string, unknown>>,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  const faults = inputFaults(collection, input);
  if (faults.length > 0) return refusedWrite(faults, context.locale);
  const today = todayInShanghai(context.now);
  const setting = { today, neverHas: new Set<string>(), provider: { name: context.title }, flags: [] };
  const verdict = judgeFact(collection, input, setting);
  if ('faults' in verdict) return refusedWrite(verdict.faults, context.locale);
  return write(collection, verdict.draft, context, 'CREATED');
}

/**
 * Corrects a fact: the given values replace the stored ones, the replaced revision is kept. A correction that another one
 * overtakes while it is being written is refused, whether or not it named the revision that it expects: it was judged with
 * values that are no longer stored.
 *
 * A fact keeps its id for ever. Where a part of its natural key is corrected (a number, the subject), the new key is remembered:
 * a file that brings the corrected content meets this fact. A key that another fact has already is refused (`KEY_TAKEN`), and
 * so is another code for the record of an enterprise (`KEY_CHANGED`). The content as it was, in another file, still means this
 * fact and replaces the correction like any later source; reading the same file again does not.
 *
 * @param collection - the declaration
 * @param id - the fact
 * @param input - only what changes; null takes a value out
 * @param note - why; must be given
 * @param context - the request
 * @returns the fact, or the fields that must be corrected first, in the caller's language; nothing is written then
 * @throws AppError FACT_UNKNOWN or REVISION_CONFLICT
 */
export async function correctFact(
  collection: FactCollection,
  id: string,
  input: Readonly<Record<string, unknown>>,
  note: ChangeNote,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  if (isBlank(note.note)) return refusedWrite([NOTE_MISSING], context.locale);
  const stored = await currentFact(collection, id, note, context);
  const verdict = judgeCorrection(collection, stored, input, { today: todayInShanghai(context.now) });
  if ('faults' in verdict) return refusedWrite(verdict.faults, context.locale);
  const draft: FactDraft = { ...verdict.draft, note: maskedNote(note) };
  const outcome = await unlessKeyTaken(context.database, collection, draft, () =>
    write(collection, draft, context, 'CORRECTED'),
  );
  return 'taken' in outcome ? refusedWrite([outcome.taken], context.locale) : outcome.written;
}

/**
 * Annuls a fact: no door shows it from then on; its revisions are kept.
 *
 * @param collection - the declaration
 * @param id - the fact
 * @param note - why; must be given. It may say on which day the decision behind the fact was annulled
 * @param context - the request
 * @returns the fact, or what is missing or wrong in the note
 * @throws AppError FACT_UNKNOWN or REVISION_CONFLICT
 */
export async function annulFact(
  collection: FactCollection,
  id: string,
  note: AnnulmentNote,
  context: SubgraphContext,
): Promise<FactWriteResult> {
  if (isBlank(note.note)) return refusedWrite([NOTE_MISSING], context.locale);
  const stored = await currentFact(collection, id, note, context);
  const today = todayInShanghai(context.now);
  const annulledOn = note.annulledOn ?? undefined;
  const faults = [
    ...daysAhead({ annulledOn }, today),
    ...daysBefore(stored.decidedOn, ['决定日期', 'the day of the decision'], { annulledOn }),
  ];
  if (faults.length > 0) return refusedWrite(faults, context.locale);
  const draft = storedDraft(collection, stored);
  const publicity: Growing<PublicityDocument> = { ...draft.publicity, endedOn: today, endReason: 'ANNULLED' };
  setGiven(publicity, 'endDecidedOn', annulledOn);
  setGiven(publicity, 'endCause', note.reason ?? undefined);
  const annulled: FactDraft = { ...draft, publicity, state: 'DELETED', note: maskedNote(note) };
  return write(collection, annulled, context, 'ANNULLED');
}

const NOTE_MISSING: FieldFault = {
  field: 'note',
  fault: { code: 'REQUIRED_MISSING', expected: '请写明更正或撤销的理由 / say why the fact is corrected or annulled' },
};

/** A note is free text, and is stored for ever. */
function maskedNote({ note }: ChangeNote): string {
  return maskFreeText(visibleText(note));
}

async function currentFact(
  collection: FactCollection,
  id: string,
  { expectedRevision }: ChangeNote,
  { database, subjects }: SubgraphContext,
): Promise<FactDocumentBase> {
  const stored = await database.facts(collection).findOne({ _id: id, 'record.state': { $ne: 'DELETED' } });
  if (stored === null) throw new AppError('FACT_UNKNOWN', { type: collection.type });
  if (stored.subjectUscc !== undefined) subjects?.add(stored.subjectUscc);
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
  reason: WriteSetting['reason'],
): Promise<FactWriteResult> {
  const origin: WriteOrigin = {
    source: 'mutation',
    operator: `${context.caller.operator ?? 'unknown'}@${context.caller.department ?? context.caller.subject ?? 'unknown'}`,
    receivedAt: context.now,
  };
  const [written] = await writeFacts(context.database, collection, [markUnlinked(collection, draft)], {
    reason,
    origin,
    neverHas: new Set(),
  });
  if (written === undefined) throw new AppError('FACT_UNKNOWN', { type: collection.type });
  if (written.outcome === 'CONFLICT') return refusedWrite([existing(collection, written.document)], context.locale);
  return {
    id: written.document._id,
    revision: written.document.record.revision,
    changed: written.outcome !== 'UNCHANGED',
    qualityFlags: written.document.record.qualityFlags ?? [],
    errors: [],
  };
}

function existing(collection: FactCollection, { _id, record }: FactDocumentBase): FieldFault {
  const zh = `记录 ${_id} 第 ${record.revision} 版已在库且内容不同，请用更正`;
  const en = `fact ${_id} stands at revision ${record.revision} with other content: correct it`;
  return { field: keyField(collection), fault: { code: 'FACT_EXISTS', expected: `${zh} / ${en}` } };
}
