import type { JsonValue, LedgerRecord } from '../../../src/ledger/LedgerBody.ts';

/**
 * A fact of any department as the credit office holds it: all that timeline, lists, checks, evaluation and report are made from. Kept in
 * step with the ledger, and read only through `readableFacts`, which applies the visibility rule and leaves out what is older than
 * its owner's.
 */
export interface TimelineDocument {
  /** Id of the fact. */
  readonly _id: string;
  readonly department: string;
  readonly collection: string;
  /** GraphQL type, by which the fact is referred to. */
  readonly type: string;
  readonly catalogueKind: number;
  readonly subjectUscc?: string;
  readonly decidedOn?: string;
  readonly sortOn: string;
  readonly title: string;
  readonly record: LedgerRecord;
  /** The fact's own values, without personal data. */
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly revision: number;
  /** Entry of the ledger that it stands at. */
  readonly seq: number;
  /** The red and black lists that it is an entry of, by the definitions that hold today. */
  readonly lists: readonly string[];
  /** Name of the subject in the form in which names are compared, where it stands on a list. */
  readonly searchName?: string;
  /** What a search of its lists finds it by: each list with each two neighbouring characters of the name. */
  readonly searchKeys?: readonly string[];
}
