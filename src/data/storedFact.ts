import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import type { DraftSubject, FactDraft } from './FactDraft.ts';
import { judgeSubject, type SubjectColumns } from './judgeSubject.ts';
import { setGiven, type Growing } from './setGiven.ts';

/**
 * Lays a stored fact out as the row that it could have been read from, so that a correction is judged as a whole. Its subject
 * stands there as the source printed it, never as linking found it: rules judge the same subject as on the first day.
 *
 * @param document - the current revision
 */
export function storedRow(document: FactDocumentBase): Record<string, unknown> {
  const { _id, sortOn, record, schemaVersion, ...values } = document;
  return {
    ...values,
    ...printedSubject(document),
    ...record.subjectCodes,
    subjectCategory: record.subjectCategory,
    providerName: record.provider?.name,
    providerUscc: record.provider?.uscc,
    publishedOn: record.publishedOn,
  };
}

/**
 * Turns a stored fact back into the draft that writes the same document again, on top of that revision only.
 *
 * @param collection - the declaration
 * @param document - the current revision
 */
export function storedDraft(collection: FactCollection, document: FactDocumentBase): FactDraft {
  const { _id, subjectUscc, decidedOn, sortOn, record, schemaVersion, ...values } = document;
  const { key, flaggedColumns } = record.provenance;
  return {
    id: document._id,
    ...(key === undefined ? {} : { key }),
    basedOn: record.revision,
    subject: storedSubject(collection, document),
    values,
    provider: record.provider ?? {},
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(record.publishedOn === undefined ? {} : { publishedOn: record.publishedOn }),
    ...(record.severity === undefined ? {} : { severity: record.severity }),
    polarity: record.polarity,
    ...(record.publicity === undefined ? {} : { publicity: record.publicity }),
    usageScope: record.usageScope,
    flags: record.qualityFlags ?? [],
    ...(flaggedColumns === undefined ? {} : { flaggedColumns }),
  };
}

/** Organisation code and characters 9-17 of a wrong code are known again, so that the subject can be looked for by them. */
function storedSubject(collection: FactCollection, document: FactDocumentBase): DraftSubject {
  const { _id, subjectUscc, record } = document;
  const uscc = collection.kind === 'SUBJECT' ? _id : subjectUscc;
  const { linkedBy, linkScore, rawCode } = record.provenance;
  const printed = judgeSubject(printedSubject(document));
  const { orgCode, middleCode } = 'subject' in printed ? printed.subject : {};
  const subject: Growing<DraftSubject> = {};
  setGiven(subject, 'uscc', uscc);
  setGiven(subject, 'linkedBy', linkedBy);
  setGiven(subject, 'linkScore', linkScore);
  setGiven(subject, 'name', record.subjectName);
  setGiven(subject, 'category', record.subjectCategory);
  setGiven(subject, 'codes', record.subjectCodes);
  setGiven(subject, 'rawCode', rawCode);
  setGiven(subject, 'orgCode', orgCode);
  setGiven(subject, 'middleCode', middleCode);
  return subject;
}

/** The code of an enterprise that linking found was not printed; of one that was found by its organisation code, that part was. */
function printedSubject({ subjectUscc, record }: FactDocumentBase): SubjectColumns {
  const { linkedBy = 'USCC', rawCode } = record.provenance;
  return {
    subjectUscc: (linkedBy === 'USCC' ? subjectUscc : undefined) ?? rawCode,
    subjectName: record.subjectName,
    orgCode: record.subjectCodes?.orgCode ?? (linkedBy === 'ORG_CODE' ? subjectUscc?.slice(8, 17) : undefined),
  };
}
