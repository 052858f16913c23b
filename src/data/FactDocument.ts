import type { LocalDate } from '../values/localDate.ts';
import type { SubjectCodes } from './judgeSubjectCodes.ts';
import type { FlaggedColumns } from './Remarks.ts';
import type { Fields, QualityFlag, ValuesOf } from './fields/Field.ts';

/** `enum UsageScope`. */
export type UsageScope = 'PUBLIC' | 'GOV_SHARED' | 'AUTHORISED_QUERY';
/** `enum Polarity`. */
export type Polarity = 'NEUTRAL' | 'POSITIVE' | 'NEGATIVE';
/** `enum Severity`. */
export type Severity = 'MINOR' | 'GENERAL' | 'SERIOUS';
/** `enum RecordState`. */
export type RecordState = 'ACTIVE' | 'HIDDEN' | 'ARCHIVED' | 'DELETED';
/** `enum RevisionReason`. */
export type RevisionReason = 'CREATED' | 'CORRECTED' | 'LINKED' | 'ANNULLED' | 'PUBLICITY_ENDED' | 'RESTORED';
/** `enum LinkBasis`. */
export type LinkBasis = 'USCC' | 'ORG_CODE' | 'USCC_MIDDLE' | 'NAME' | 'NAME_MATCH' | 'CONFIRMED';

/** `type Publicity` as it is stored; both ends inclusive. */
export interface PublicityDocument {
  readonly from?: LocalDate;
  readonly minimumUntil?: LocalDate;
  readonly until?: LocalDate;
  readonly rule?: string;
  readonly endedOn?: LocalDate;
  readonly endReason?: string;
  /** Day on which what ended it was decided elsewhere, where whoever annulled the fact says so. */
  readonly endDecidedOn?: LocalDate;
  /** Why, in a code of the owning department, where whoever annulled the fact says so. */
  readonly endCause?: string;
  /** Decisions on repairs and objections by which publicity is ended now. */
  readonly endedBy?: readonly string[];
  /** Such decisions that were undone, since they rested on false promises; they never end publicity again. */
  readonly undone?: readonly string[];
}

/** `type Provenance` as it is stored. */
export interface ProvenanceDocument {
  readonly batch?: string;
  readonly source: string;
  readonly row?: number;
  readonly receivedAt: Date;
  readonly linkedBy?: LinkBasis;
  /** How well the printed name fits the registered one, 0 to 1, where that was compared. */
  readonly linkScore?: number;
  readonly operator: string;
  readonly rawCode?: string;
  /** What those of the flags are about that can not be found again in the stored values. */
  readonly flaggedColumns?: FlaggedColumns;
  /** The id that its natural key gives since a part of the key was corrected; whatever brings that key means this fact. */
  readonly key?: string;
  /** When a person last corrected what a file had brought. */
  readonly correctedOn?: Date;
  /** When it first became public here, where an earlier revision did so; absent where `receivedAt` says it. */
  readonly publicSince?: Date;
}

/** The envelope as it is stored; absent flags mean false, absent lists mean empty. */
export interface RecordDocument {
  readonly subjectName?: string;
  readonly subjectCategory?: string;
  readonly subjectCodes?: SubjectCodes;
  readonly provider?: { readonly name?: string; readonly uscc?: string };
  readonly usageScope: UsageScope;
  readonly polarity: Polarity;
  readonly severity?: Severity;
  readonly publishedOn?: LocalDate;
  readonly publicity?: PublicityDocument;
  readonly disputed?: boolean;
  /** What the mark stands for: pending objections, and `SOURCE` where the source carries one of its own beside them. */
  readonly disputeCases?: readonly string[];
  readonly litigated?: boolean;
  readonly revision: number;
  readonly revisionReason: RevisionReason;
  readonly revisionNote?: string;
  readonly provenance: ProvenanceDocument;
  readonly qualityFlags?: readonly QualityFlag[];
  readonly state: RecordState;
}

/** The parts that every stored fact has. */
export interface FactDocumentBase {
  readonly _id: string;
  /** Absent while the fact is not linked to an enterprise. */
  readonly subjectUscc?: string;
  readonly decidedOn?: LocalDate;
  /** `decidedOn`, else the day of publication, else empty: the order of lists. */
  readonly sortOn: string;
  readonly record: RecordDocument;
  /** Version of the layout that it is stored in; absent for the first. */
  readonly schemaVersion?: number;
}

/** A stored fact: its own fields beside the envelope. */
export type FactDocument<F extends Fields = Fields> = FactDocumentBase & ValuesOf<F>;
