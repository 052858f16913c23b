import { schemaVersionOf } from '../migration/SchemaStep.ts';
import { openCases } from './disputeCases.ts';
import type { FactCollection } from './FactCollection.ts';
import type {
  FactDocumentBase,
  ProvenanceDocument,
  RecordDocument,
  RecordState,
  RevisionReason,
} from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import type { SubjectCodes } from './judgeSubjectCodes.ts';
import { keptPublicity } from './keptPublicity.ts';
import { setGiven, type Growing } from './setGiven.ts';

/** Who writes, from where, and when: the same for all facts of one write. */
export interface WriteOrigin {
  /** Import batch; absent for a write by a person. */
  readonly batch?: string;
  readonly source: string;
  readonly operator: string;
  readonly receivedAt: Date;
}

/**
 * Builds the stored document of a draft.
 *
 * @param collection - the declaration
 * @param draft - judged and, where it could be, linked
 * @param origin - who writes
 * @param previous - the current revision, where there is one; marks that a source does not carry live on
 * @param reason - why this revision is written
 */
export function buildDocument(
  collection: FactCollection,
  draft: FactDraft,
  origin: WriteOrigin,
  previous: FactDocumentBase | undefined,
  reason: RevisionReason,
): FactDocumentBase {
  const { decidedOn, subject } = draft;
  const document: Growing<FactDocumentBase> = {
    _id: draft.id,
    sortOn: decidedOn ?? draft.publishedOn ?? '',
    record: buildRecord(collection, draft, origin, previous?.record, reason),
  };
  if (collection.kind === 'FACT') setGiven(document, 'subjectUscc', subject.uscc);
  setGiven(document, 'decidedOn', decidedOn);
  if (collection.schemaSteps !== undefined) document.schemaVersion = schemaVersionOf(collection.schemaSteps);
  return Object.assign(document, draft.values);
}

function buildRecord(
  { polarity }: FactCollection,
  draft: FactDraft,
  origin: WriteOrigin,
  previous: RecordDocument | undefined,
  reason: RevisionReason,
): RecordDocument {
  const { subject, provider, flags } = draft;
  const record: Growing<RecordDocument> = {
    usageScope: draft.usageScope,
    polarity: draft.polarity ?? polarity,
    revision: (previous?.revision ?? 0) + 1,
    revisionReason: reason,
    provenance: provenanceOf(draft, origin, previous, reason),
    state: draft.state ?? livingState(previous),
  };
  setGiven(record, 'subjectName', subject.name);
  setGiven(record, 'subjectCategory', subject.category);
  setGiven(record, 'subjectCodes', codesOf(draft, origin, previous));
  if (provider.name !== undefined || provider.uscc !== undefined) record.provider = provider;
  setGiven(record, 'severity', draft.severity);
  setGiven(record, 'publishedOn', draft.publishedOn);
  setGiven(record, 'publicity', keptPublicity(draft, previous));
  setMarks(record, draft, previous);
  setGiven(record, 'revisionNote', draft.note);
  if (flags.length > 0) record.qualityFlags = flags;
  return record;
}

/** Old numbers that a file does not carry live on; a person who takes one out means it. */
function codesOf(
  { subject }: FactDraft,
  origin: WriteOrigin,
  previous: RecordDocument | undefined,
): SubjectCodes | undefined {
  const known = previous?.subjectCodes;
  if (origin.batch === undefined || known === undefined || subject.codes === undefined) {
    return subject.codes ?? (origin.batch === undefined ? undefined : known);
  }
  return { ...known, ...subject.codes };
}

/**
 * An objection mark of the source counts, else the one that the record has; objections that are pending here are marked whatever the
 * source says. The mark of a lawsuit is never a source's.
 */
function setMarks(
  record: Growing<RecordDocument>,
  { disputed, disputeCases: decided }: FactDraft,
  previous: RecordDocument | undefined,
): void {
  const disputeCases = decided ?? openCases(disputed, previous);
  if (disputeCases.length > 0) record.disputeCases = disputeCases;
  if (disputeCases.length > 0 || (disputed ?? previous?.disputed)) record.disputed = true;
  if (previous?.litigated) record.litigated = true;
}

/** A fact stays as it is, but an annulled one that its department enters anew lives again. */
function livingState(previous: RecordDocument | undefined): RecordState {
  const state = previous?.state ?? 'ACTIVE';
  return state === 'DELETED' ? 'ACTIVE' : state;
}

function provenanceOf(
  draft: FactDraft,
  origin: WriteOrigin,
  previousRecord: RecordDocument | undefined,
  reason: RevisionReason,
): ProvenanceDocument {
  const { subject } = draft;
  const previous = previousRecord?.provenance;
  const provenance: Growing<ProvenanceDocument> = {
    source: sourceOf(origin, previous, reason),
    receivedAt: origin.receivedAt,
    operator: origin.operator,
  };
  setGiven(provenance, 'batch', origin.batch ?? previous?.batch);
  setGiven(provenance, 'row', draft.row ?? previous?.row);
  setGiven(provenance, 'linkedBy', subject.linkedBy);
  setGiven(provenance, 'linkScore', subject.linkScore);
  setGiven(provenance, 'rawCode', subject.rawCode);
  setGiven(provenance, 'flaggedColumns', draft.flaggedColumns);
  setGiven(provenance, 'key', draft.key);
  setGiven(provenance, 'correctedOn', correctedOn(origin, previous, reason));
  setGiven(provenance, 'publicSince', publicSinceOf(previousRecord));
  return provenance;
}

/** Linking brings no content: the fact still comes from where it came from. */
function sourceOf(origin: WriteOrigin, previous: ProvenanceDocument | undefined, reason: RevisionReason): string {
  return (reason === 'LINKED' ? previous?.source : undefined) ?? origin.source;
}

/** Nor is linking a correction that reading the file again would have to respect. */
function correctedOn(
  origin: WriteOrigin,
  previous: ProvenanceDocument | undefined,
  reason: RevisionReason,
): Date | undefined {
  if (reason === 'LINKED') return previous?.correctedOn;
  return origin.batch === undefined && previous !== undefined ? origin.receivedAt : undefined;
}

/**
 * Known from the second revision on; a fact that this revision makes public is public since it is received. While no enterprise is
 * found for it, the public does not see it, whatever its scope.
 */
function publicSinceOf(previous: RecordDocument | undefined): Date | undefined {
  const { publicSince, receivedAt } = previous?.provenance ?? {};
  return publicSince ?? (previous !== undefined && isOpen(previous) ? receivedAt : undefined);
}

function isOpen({ usageScope, qualityFlags = [] }: RecordDocument): boolean {
  return usageScope === 'PUBLIC' && !qualityFlags.includes('SUBJECT_UNLINKED');
}
