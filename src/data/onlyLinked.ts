import { isDeepStrictEqual } from 'node:util';
import type { FactDocumentBase, RecordDocument } from './FactDocument.ts';
import { businessPart } from './sameFact.ts';

/**
 * Tells whether a revision says what the one before it said, and differs only in that an enterprise was found for it.
 *
 * @param before - the revision that is replaced
 * @param after - the one that replaces it
 */
export function onlyLinked(before: FactDocumentBase, after: FactDocumentBase): boolean {
  if (before.subjectUscc !== undefined || after.subjectUscc === undefined) return false;
  return isDeepStrictEqual(withoutLink(before), withoutLink(after));
}

function withoutLink(document: FactDocumentBase): Record<string, unknown> {
  const { subjectUscc, record, ...own } = businessPart(document);
  const { linkedBy, qualityFlags = [], ...envelope } = record as Partial<RecordDocument> & { linkedBy?: unknown };
  const flags = qualityFlags.filter((flag) => flag !== 'SUBJECT_UNLINKED');
  return { ...own, record: { ...envelope, flags } };
}
