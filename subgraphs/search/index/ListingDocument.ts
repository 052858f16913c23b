import type { IndexedRecord } from './IndexedEnterprise.ts';

/** A fact of any department that puts an enterprise on lists, with what the visibility rule looks at. */
export interface ListingDocument {
  /** Id of the fact. */
  readonly _id: string;
  readonly subjectUscc: string;
  /** Department that owns the fact. */
  readonly department: string;
  /** Its GraphQL type, which not everybody may use. */
  readonly type: string;
  readonly lists: readonly string[];
  readonly record: IndexedRecord;
}
