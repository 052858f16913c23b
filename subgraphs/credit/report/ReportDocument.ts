import type { Collection, IndexDescription } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { Caller } from '../../../src/identity/Caller.ts';
import type { Requester } from './requesterOf.ts';

/** What is kept of an entry: enough to tell later whether it changed, and none of its content. */
export interface ReportedFact {
  readonly fact: string;
  readonly revision: number;
  /** Salted digest of what the report said of it. */
  readonly digest: string;
  /** Whether the public could see the fact when the report was issued. */
  readonly open: boolean;
}

/** Who the report was made for, so that it can be seen with the same eyes again; no person is named. */
export type ReportViewer = Pick<Caller, 'audience' | 'department' | 'subject' | 'authorisation'>;

/** A report as it was issued. It is never changed and never removed. */
export interface ReportDocument {
  /** Number of the report. */
  readonly _id: string;
  /** Verification code. */
  readonly code: string;
  readonly generatedAt: Date;
  readonly requestedBy: Requester;
  readonly viewer: ReportViewer;
  readonly uscc: string;
  readonly subjectName?: string;
  /** Entry of the ledger that the report looks back from. */
  readonly ledgerPosition: number;
  readonly salt: string;
  readonly facts: readonly ReportedFact[];
  /** SHA-256 over the content. */
  readonly digest: string;
  readonly kid: string;
  readonly jws: string;
}

const REPORTS = 'reports';

/** Indexes of the reports. */
export const REPORT_INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
  [REPORTS]: [{ key: { code: 1 }, unique: true }, { key: { uscc: 1, generatedAt: -1 } }],
};

/**
 * The reports that were issued.
 *
 * @param database - of the credit office
 */
export function reportsOf({ db }: DepartmentDatabase): Collection<ReportDocument> {
  return db.collection<ReportDocument>(REPORTS);
}
