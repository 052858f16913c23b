import { normaliseName } from '../values/names.ts';
import type { FactDocumentBase, LinkBasis } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';

/** What a source says itself; beside it nothing that was found by likeness counts. */
const BY_CODE: ReadonlySet<LinkBasis | undefined> = new Set<LinkBasis>(['USCC', 'ORG_CODE']);

/**
 * Keeps the link that a person confirmed, or that a likeness of names gave, when a file brings the same fact again: the file does not
 * know of the decision, and the likeness may look less clear once a similar enterprise is registered.
 *
 * The link lives as long as the printed subject is the same. A code that the source gives by now takes its place, and so does, of a mere
 * likeness, whatever else the fact was found by.
 *
 * @param draft - as it was linked by now, a correction by a person excepted: `judgeCorrection` has decided there
 * @param previous - the current revision
 */
export function withKeptLink(draft: FactDraft, previous: FactDocumentBase): FactDraft {
  const { linkedBy, linkScore, rawCode } = previous.record.provenance;
  const { subject } = draft;
  const uscc = previous.subjectUscc;
  if (uscc === undefined || linkedBy === undefined || draft.basedOn !== undefined) return draft;
  if (!mayKeep(linkedBy, subject.linkedBy)) return draft;
  const isSame = sameName(subject.name, previous.record.subjectName) && subject.rawCode === rawCode;
  if (!isSame || subject.category === 'NATURAL_PERSON') return draft;
  return {
    ...draft,
    subject: { ...subject, uscc, linkedBy, ...(linkScore === undefined ? {} : { linkScore }) },
    flags: draft.flags.filter((flag) => flag !== 'SUBJECT_UNLINKED'),
  };
}

function mayKeep(stored: LinkBasis, found: LinkBasis | undefined): boolean {
  if (stored === 'CONFIRMED') return !BY_CODE.has(found);
  return stored === 'NAME_MATCH' && (found === undefined || found === 'NAME_MATCH');
}

function sameName(one: string | undefined, other: string | undefined): boolean {
  return normaliseName(one ?? '') === normaliseName(other ?? '');
}
