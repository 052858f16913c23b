import type { Document } from 'mongodb';

/** A stored document, as MongoDB gives it. */
export type StoredDocument = Readonly<Document>;

/**
 * One step by which the layout of a collection's documents changed; the first leads from version 1 to version 2, and so on. A step that was
 * released stays as it is: further ones are put behind it.
 */
export interface SchemaStep {
  /** What changes, in a few words; `credit-graph migrate plan` shows them. */
  readonly title: string;
  /**
   * Lays a document of the version before out anew: pure, keeping `_id`, and the same again for a document that looks moved already.
   * Earlier revisions of facts are moved by the same step.
   */
  readonly move: (document: StoredDocument) => StoredDocument;
}

/** The field of a document that says its version. A document without it is of version 1. */
export const SCHEMA_VERSION = 'schemaVersion';

/**
 * The version that documents of a collection are written in.
 *
 * @param steps - of the collection
 */
export function schemaVersionOf(steps: readonly SchemaStep[] = []): number {
  return steps.length + 1;
}
