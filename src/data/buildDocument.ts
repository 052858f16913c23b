import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase, ProvenanceDocument, RecordDocument, RecordState, RevisionReason } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';

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
  return {
    _id: draft.id,
    ...(subject.uscc === undefined || collection.kind === 'SUBJECT' ? {} : { subjectUscc: subject.uscc }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    sortOn: decidedOn ?? draft.publishedOn ?? '',
    ...draft.values,
    record: buildRecord(collection, draft, origin, previous, reason),
  };
}

function buildRecord(
  collection: FactCollection,
  draft: FactDraft,
  origin: WriteOrigin,
  previous: FactDocumentBase | undefined,
  reason: RevisionReason,
): RecordDocument {
  const { subject, provider } = draft;
  return {
    ...(subject.name === undefined ? {} : { subjectName: subject.name }),
    ...(subject.category === undefined ? {} : { subjectCategory: subject.category }),
    ...(provider.name === undefined && provider.uscc === undefined ? {} : { provider }),
    usageScope: draft.usageScope,
    polarity: collection.polarity,
    ...(draft.severity === undefined ? {} : { severity: draft.severity }),
    ...(draft.publishedOn === undefined ? {} : { publishedOn: draft.publishedOn }),
    ...(draft.publicity === undefined ? {} : { publicity: draft.publicity }),
    ...((draft.disputed ?? previous?.record.disputed) === true ? { disputed: true } : {}),
    ...(previous?.record.litigated === true ? { litigated: true } : {}),
    revision: (previous?.record.revision ?? 0) + 1,
    revisionReason: reason,
    ...(draft.note === undefined ? {} : { revisionNote: draft.note }),
    provenance: provenanceOf(draft, origin, previous?.record),
    ...(draft.flags.length === 0 ? {} : { qualityFlags: draft.flags }),
    state: draft.state ?? livingState(previous),
  };
}

/** A fact stays as it is, but an annulled one that its department enters anew lives again. */
function livingState(previous: FactDocumentBase | undefined): RecordState {
  const state = previous?.record.state ?? 'ACTIVE';
  return state === 'DELETED' ? 'ACTIVE' : state;
}

function provenanceOf(
  draft: FactDraft,
  origin: WriteOrigin,
  previousRecord: RecordDocument | undefined,
): ProvenanceDocument {
  const { subject } = draft;
  const previous = previousRecord?.provenance;
  const batch = origin.batch ?? previous?.batch;
  const row = draft.row ?? previous?.row;
  const publicSince = publicSinceOf(previousRecord);
  return {
    ...(batch === undefined ? {} : { batch }),
    source: origin.source,
    ...(row === undefined ? {} : { row }),
    receivedAt: origin.receivedAt,
    ...(subject.linkedBy === undefined ? {} : { linkedBy: subject.linkedBy }),
    operator: origin.operator,
    ...(subject.rawCode === undefined ? {} : { rawCode: subject.rawCode }),
    ...(origin.batch === undefined && previous !== undefined ? { correctedOn: origin.receivedAt } : {}),
    ...(publicSince === undefined ? {} : { publicSince }),
  };
}

/** Known from the second revision on; a fact that this revision makes public is public since it is received. */
function publicSinceOf(previous: RecordDocument | undefined): Date | undefined {
  const { publicSince, receivedAt } = previous?.provenance ?? {};
  return publicSince ?? (previous?.usageScope === 'PUBLIC' ? receivedAt : undefined);
}
