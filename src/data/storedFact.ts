import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import type { DraftSubject, FactDraft } from './FactDraft.ts';

/**
 * Lays a stored fact out as the row that it could have been read from, so that a correction is judged as a whole.
 *
 * @param document - the current revision
 */
export function storedRow(document: FactDocumentBase): Record<string, unknown> {
  const { _id, sortOn, record, ...values } = document;
  return {
    ...values,
    subjectUscc: document.subjectUscc ?? record.provenance.rawCode,
    subjectName: record.subjectName,
    subjectCategory: record.subjectCategory,
    providerName: record.provider?.name,
    providerUscc: record.provider?.uscc,
    publishedOn: record.publishedOn,
  };
}

/**
 * Turns a stored fact back into the draft that writes the same document again.
 *
 * @param collection - the declaration
 * @param document - the current revision
 */
export function storedDraft(collection: FactCollection, document: FactDocumentBase): FactDraft {
  const { _id, subjectUscc, decidedOn, sortOn, record, ...values } = document;
  return {
    id: document._id,
    subject: storedSubject(collection, document),
    values,
    provider: record.provider ?? {},
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(record.publishedOn === undefined ? {} : { publishedOn: record.publishedOn }),
    ...(record.severity === undefined ? {} : { severity: record.severity }),
    ...(record.publicity === undefined ? {} : { publicity: record.publicity }),
    usageScope: record.usageScope,
    flags: record.qualityFlags ?? [],
  };
}

function storedSubject(collection: FactCollection, { _id, subjectUscc, record }: FactDocumentBase): DraftSubject {
  const uscc = collection.kind === 'SUBJECT' ? _id : subjectUscc;
  const { linkedBy, rawCode } = record.provenance;
  return {
    ...(uscc === undefined ? {} : { uscc }),
    ...(linkedBy === undefined ? {} : { linkedBy }),
    ...(record.subjectName === undefined ? {} : { name: record.subjectName }),
    ...(record.subjectCategory === undefined ? {} : { category: record.subjectCategory }),
    ...(rawCode === undefined ? {} : { rawCode }),
  };
}
