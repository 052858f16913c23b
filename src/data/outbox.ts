import type { RevisionReason } from './FactDocument.ts';

/** What happened to a fact, written in the same transaction as the fact; the ledger is made of these. */
export interface OutboxEvent {
  /** `<fact id>@<revision>`: appending it twice is one event. */
  readonly _id: string;
  readonly collection: string;
  readonly fact: string;
  readonly revision: number;
  readonly reason: RevisionReason;
  readonly subjectUscc?: string;
  readonly at: Date;
}
