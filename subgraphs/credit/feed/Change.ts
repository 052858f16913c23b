import type { ChangeReason } from '../../../src/ledger/LedgerBody.ts';

/** A value that changed; null where there is none, and where the one before is not for the caller. */
export interface FieldChange {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** What a change says where the caller may see the fact. */
export interface ChangeContent {
  readonly at: string;
  readonly uscc: string | undefined;
  readonly department: string;
  readonly factType: string;
  readonly title: string;
  readonly revision: number;
  readonly changes: readonly FieldChange[];
}

/** A change as the feed gives it. */
export interface Change {
  /** Its entry in the ledger, which is its place in the feed. */
  readonly seq: number;
  readonly time: Date;
  readonly factRef: string;
  readonly reason: ChangeReason;
  /** Absent where the caller may not see the fact any more, or could not at that moment. */
  readonly content?: ChangeContent;
}
