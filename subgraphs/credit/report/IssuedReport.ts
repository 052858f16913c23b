import type { CompositeEvaluation } from '../evaluation/evaluationOf.ts';
import type { ReportEntry } from './ReportEntry.ts';
import type { Requester } from './requesterOf.ts';
import type { SectionKind } from './reportSections.ts';

/** A report at the moment of its issue: the only time that its content is at hand. */
export interface IssuedReport {
  readonly reportNo: string;
  readonly verificationCode: string;
  readonly generatedAt: string;
  readonly requestedBy: Requester;
  readonly subject: { readonly uscc: string };
  readonly ledgerPosition: number;
  /** Facts that the caller may see, also those beyond the longest report. */
  readonly totalCount: number;
  readonly isComplete: boolean;
  readonly sections: readonly ReportSection[];
  /** The composite evaluation, made from what the caller's side may see. */
  readonly evaluation: CompositeEvaluation;
  /** All that was signed, as canonical JSON. */
  readonly content: string;
  readonly digest: string;
  readonly signature: { readonly keyId: string; readonly algorithm: 'EdDSA'; readonly jws: string };
}

/** A section of a report, empty ones included. */
export interface ReportSection {
  readonly kind: SectionKind;
  readonly title: string;
  readonly count: number;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly entries: readonly ReportEntry[];
}
