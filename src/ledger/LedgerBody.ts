import type { PublicityDocument, RecordDocument } from '../data/FactDocument.ts';

/** `enum ChangeReason`: why a fact changed, as those who follow the ledger need to know it. */
export type ChangeReason =
  | 'CREATED'
  | 'CORRECTED'
  | 'LINKED'
  | 'REPAIRED'
  | 'RESTORED'
  | 'ANNULLED'
  | 'PUBLICITY_STARTED'
  | 'EXPIRED'
  | 'PUBLICITY_ENDED';

/** A value as JSON has it: days and instants as text, amounts as decimal text. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** The parts of the envelope that the ledger carries; `visibilityFilter` works on it as on the stored fact. */
export type LedgerRecord = Pick<
  RecordDocument,
  | 'subjectName'
  | 'subjectCategory'
  | 'provider'
  | 'usageScope'
  | 'polarity'
  | 'severity'
  | 'publishedOn'
  | 'publicity'
  | 'disputed'
  | 'litigated'
  | 'qualityFlags'
  | 'state'
>;

/** The parts that decide who could see the fact before the change. */
export interface VisibilityBefore {
  readonly uscc?: string;
  readonly record: Pick<LedgerRecord, 'usageScope' | 'state' | 'qualityFlags'> & {
    readonly publicity?: Pick<PublicityDocument, 'from' | 'until'>;
  };
}

/**
 * What happened to one fact, without personal data: fields that a declaration marks personal, and name and code of a natural person,
 * are left out. Nothing in it but JSON, so that its digest can be computed anywhere.
 */
export interface LedgerBody {
  /** `<fact>@<revision>`, with the reason behind it where no revision was written (`…:EXPIRED`); once in the ledger. */
  readonly event: string;
  readonly department: string;
  readonly collection: string;
  /** GraphQL type of the fact. */
  readonly type: string;
  /** `SUBJECT` where the fact is the registration of the enterprise itself. */
  readonly kind: 'FACT' | 'SUBJECT';
  readonly catalogueKind: number;
  readonly fact: string;
  readonly revision: number;
  readonly reason: ChangeReason;
  /** When it happened, ISO 8601. */
  readonly at: string;
  readonly uscc?: string;
  /** What the fact is, in one line, made from the collection's `headline`. */
  readonly title: string;
  readonly decidedOn?: string;
  readonly sortOn: string;
  readonly record: LedgerRecord;
  /** Absent for a fact that is new. */
  readonly before?: VisibilityBefore;
  /** The fact's own values after the change. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** What the changed ones of them were; null where there was nothing. Absent for a fact that is new. */
  readonly old?: Readonly<Record<string, JsonValue>>;
}

/** An entry of the chain with its body, as followers and readers get it. */
export interface LedgerEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** When it was appended. */
  readonly time: Date;
  /** Absent where it was withheld. */
  readonly body?: LedgerBody;
  /** Id of the fact whose body was withheld; absent where there is a body. */
  readonly withheldFact?: string;
}
