import type { Document, Filter } from 'mongodb';
import { storedRecords } from './checkSchema.ts';
import { migratedCollections, type MigratedCollection, type StoringDepartment } from './MigratedCollection.ts';
import { SCHEMA_VERSION } from './SchemaStep.ts';

/** A collection whose documents are to be moved. */
export interface PlannedMigration {
  /** Such as `disclosure.penalties`. */
  readonly collection: string;
  /** Of its oldest documents. */
  readonly from: number;
  readonly to: number;
  /** Documents that are not moved yet, earlier revisions included. */
  readonly documents: number;
  /** What the steps between do. */
  readonly steps: readonly string[];
  /** Whether it was begun and is not finished. */
  readonly isBegun: boolean;
}

/**
 * Tells what `credit-graph migrate run` would move, by reading all documents of the collections that steps are declared for: also those that
 * an older program has written since they were moved.
 *
 * @param department - on its database
 */
export async function planMigration(department: StoringDepartment): Promise<readonly PlannedMigration[]> {
  const records = await storedRecords(department);
  const planned: PlannedMigration[] = [];
  for (const collection of migratedCollections(department).filter(({ steps }) => steps.length > 0)) {
    const { id, version, steps } = collection;
    const record = records.get(collection.name);
    const documents = await countOlder(department, collection);
    if (documents === 0 && (record === undefined || record.version === version)) continue;
    const from = record === undefined || record.version === version ? 1 : record.version;
    const titles = steps.slice(from - 1).map(({ title }) => title);
    const isBegun = record?.migration?.to === version;
    planned.push({ collection: id, from, to: version, documents, steps: titles, isBegun });
  }
  return planned;
}

/**
 * Finds the documents that are older than a version.
 *
 * @param version - at least 2
 */
export function olderThan(version: number): Filter<Document> {
  return { $or: [{ [SCHEMA_VERSION]: { $exists: false } }, { [SCHEMA_VERSION]: { $lt: version } }] };
}

async function countOlder(
  { database }: Pick<StoringDepartment, 'database'>,
  { places, version }: MigratedCollection,
): Promise<number> {
  const counts = await Promise.all(
    places.map(async (place) => database.db.collection(place).countDocuments(olderThan(version))),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
