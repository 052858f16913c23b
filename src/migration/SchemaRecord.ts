import type { Collection, Db } from 'mongodb';

/** A migration that was begun. */
export interface MigrationRun {
  /** Version that it leads to. */
  readonly to: number;
  readonly begunAt: Date;
  /** Who began it, as `name` or `name@department`; the product itself where it was a start. */
  readonly begunBy: string;
  /** Id up to which documents are moved, by the collection in MongoDB. */
  readonly movedUpTo: Readonly<Record<string, unknown>>;
  /** Documents that it has moved. */
  readonly moved: number;
}

/** A migration that is over. */
export interface FinishedMigration extends Omit<MigrationRun, 'movedUpTo'> {
  readonly from: number;
  readonly finishedAt: Date;
}

/** What versions the documents of one collection are of: a department keeps it in its own database, where a backup finds it. */
export interface SchemaRecord {
  /** Name of the collection. */
  readonly _id: string;
  /** No document is older. */
  readonly version: number;
  /** No document is newer: the version that a migration under way leads to, else `version`. */
  readonly newest: number;
  /** Under way, or cut off. */
  readonly migration?: MigrationRun;
  readonly finished?: readonly FinishedMigration[];
}

/**
 * The versions of a department's collections.
 *
 * @param database - the department's
 */
export function schemaRecordsOf({ db }: { readonly db: Db }): Collection<SchemaRecord> {
  return db.collection<SchemaRecord>('schema_versions');
}
