import { normaliseName } from '../values/names.ts';
import { columnsOf } from './envelopeFields.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, LinkBasis } from './FactDocument.ts';
import type { DraftSubject, FactDraft } from './FactDraft.ts';
import { inputFaults } from './inputFaults.ts';
import { judgeFact, type FactVerdict, type FieldFault, type JudgeSetting } from './judgeFact.ts';
import { keptRemarks } from './keptRemarks.ts';
import { storedRow } from './storedFact.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Judges a stored fact with what a person corrects in it.
 *
 * - The subject is judged anew with every correction, as it was printed, so that what is stored of it, its scope and its flags
 *   are always those that were judged. The link to an enterprise lives on as long as nobody touches what it was found by.
 * - What a source never had is not asked for because somebody corrects something else: the fact stays `INCOMPLETE_SOURCE` until
 *   all of it is there. A required value that the correction itself takes out is a fault.
 * - Remarks on what the source printed stay as long as the correction does not give what they are about.
 * - A fact keeps its id. Where a part of its natural key changes, the draft's `key` says by what it is met from then on.
 * - A natural person stays one: the id, which lives on and is public with the fact, was made from the name (domain section 16).
 * - The code that a subject's own record is kept by can not be changed: that would be another subject.
 *
 * @param collection - the declaration
 * @param stored - the current revision
 * @param input - only what changes; null takes a value out
 * @param setting - the day; nobody provides what names no provider
 */
export function judgeCorrection(
  collection: FactCollection,
  stored: FactDocumentBase,
  input: Values,
  setting: Pick<JudgeSetting, 'today'>,
): FactVerdict {
  const faults = [...inputFaults(collection, input), ...personChanged(stored, input)];
  if (faults.length > 0) return { faults };
  const before = storedRow(stored);
  const verdict = judgeForgiving(collection, stored, { before, input }, setting);
  if ('faults' in verdict) return verdict;
  const { draft } = verdict;
  if (collection.kind === 'SUBJECT' && draft.id !== stored._id) return { faults: [keyChanged(collection)] };
  const key = keyAfter(collection, stored, draft, input);
  return {
    draft: {
      ...draft,
      id: stored._id,
      ...(key === undefined ? {} : { key }),
      basedOn: stored.record.revision,
      subject: linkedStill(draft.subject, stored, { before, input }),
      values: { ...draft.values, ...carriedMarks(collection, stored, input) },
      ...keptRemarks(stored, draft, input),
    },
  };
}

interface Correction {
  readonly before: Values;
  readonly input: Values;
}

/** First with all that the law wants, then, of an incomplete source, with what it can be asked for. */
function judgeForgiving(
  collection: FactCollection,
  { record: { qualityFlags = [] } }: FactDocumentBase,
  { before, input }: Correction,
  { today }: Pick<JudgeSetting, 'today'>,
): FactVerdict {
  const row = { ...before, ...input };
  const setting: JudgeSetting = { today, neverHas: new Set(), provider: {}, flags: [] };
  const verdict = judgeFact(collection, row, setting);
  if ('draft' in verdict || !qualityFlags.includes('INCOMPLETE_SOURCE')) return verdict;
  const missing = columnsOf(collection).flatMap(([name]) =>
    before[name] === undefined && !(name in input) ? [name] : [],
  );
  return judgeFact(collection, row, { ...setting, neverHas: new Set(missing) });
}

/** Whoever was entered as a natural person by mistake is entered anew, under an id of its own. */
function personChanged({ record }: FactDocumentBase, input: Values): readonly FieldFault[] {
  const field = 'subjectCategory';
  if (record.subjectCategory !== 'NATURAL_PERSON' || !(field in input) || input[field] === 'NATURAL_PERSON') return [];
  const expected = '请撤销该记录，按正确类别重新录入 / annul this record and enter it anew under the right category';
  return [{ field, fault: { code: 'PERSON_CHANGED', expected } }];
}

function keyChanged({ naturalKey: [field = 'uscc'] }: FactCollection) {
  const expected = '代码有误的记录请撤销后按正确代码重新录入 / annul this record and enter one with the right code';
  return { field, fault: { code: 'KEY_CHANGED', expected } } as const;
}

/** What a rule said once of values as they came in, and can not say of what is stored; see `FactCollection.carriedMarks`. */
function carriedMarks({ carriedMarks: marks = {} }: FactCollection, stored: FactDocumentBase, input: Values): Values {
  const values = new Map<string, unknown>(Object.entries(stored));
  const isOpen = (field: string): boolean => values.has(field) && !(field in input);
  const carried = Object.entries(marks).filter(([mark, fields]) => values.has(mark) && fields.some(isOpen));
  return Object.fromEntries(carried.map(([mark]) => [mark, values.get(mark)]));
}

/** The id that the natural key gives after a correction; undefined where that is the fact's own. */
function keyAfter(
  { kind, naturalKey, naturalKeyWithout = [] }: FactCollection,
  { _id, record }: FactDocumentBase,
  draft: FactDraft,
  input: Values,
): string | undefined {
  if (kind === 'SUBJECT') return undefined;
  const parts = [...naturalKey, ...naturalKeyWithout].flatMap((part) =>
    part === 'subject' ? ['subjectUscc', 'subjectName', 'orgCode'] : [part],
  );
  if (!parts.some((part) => part in input)) return record.provenance.key;
  return draft.id === _id ? undefined : draft.id;
}

/** The columns that a link was found by; whoever writes of the code decides on the link. */
const FOUND_BY: Readonly<Record<LinkBasis, readonly string[]>> = {
  USCC: [],
  ORG_CODE: ['orgCode'],
  USCC_MIDDLE: [],
  NAME: ['subjectName'],
  NAME_MATCH: ['subjectName'],
  CONFIRMED: ['subjectName'],
};

/** A natural person is no enterprise, whatever enterprise bears the same name. */
function linkedStill(judged: DraftSubject, stored: FactDocumentBase, correction: Correction): DraftSubject {
  const { linkedBy, linkScore } = stored.record.provenance;
  const uscc = stored.subjectUscc;
  if (judged.uscc !== undefined || uscc === undefined || linkedBy === undefined) return judged;
  if (judged.category === 'NATURAL_PERSON' || 'subjectUscc' in correction.input) return judged;
  if (FOUND_BY[linkedBy].some((column) => isOther(column, correction))) return judged;
  return { ...judged, uscc, linkedBy, ...(linkScore === undefined ? {} : { linkScore }) };
}

function isOther(column: string, { before, input }: Correction): boolean {
  const [was, is] = [before[column], input[column] ?? ''].map((value) => normaliseName(String(value)));
  return column in input && was !== is;
}
