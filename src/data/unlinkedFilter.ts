import type { Filter } from 'mongodb';
import type { FactDocumentBase } from './FactDocument.ts';

/**
 * Narrows a list to facts that no enterprise was found for yet, or leaves them out. Whom they are shown to is the visibility
 * rule's to say: the public asks for them in vain.
 *
 * @param unlinked - as a caller gave it; null and undefined do not narrow
 */
export function unlinkedFilter(unlinked: boolean | null | undefined): Filter<FactDocumentBase> {
  if (typeof unlinked !== 'boolean') return {};
  return { 'record.qualityFlags': unlinked ? 'SUBJECT_UNLINKED' : { $ne: 'SUBJECT_UNLINKED' } };
}

/**
 * Tells whether an enterprise is still looked for: no annulled fact needs one.
 *
 * @param fact - as it is stored
 */
export function awaitsLink({ record }: Pick<FactDocumentBase, 'record'>): boolean {
  return record.state !== 'DELETED' && (record.qualityFlags?.includes('SUBJECT_UNLINKED') ?? false);
}
