import type { AnyBulkWriteOperation } from 'mongodb';
import { StartError } from '../errors/StartError.ts';
import { migratedCollections, type MigratedCollection, type StoringDepartment } from './MigratedCollection.ts';
import { schemaRecordsOf, type SchemaRecord } from './SchemaRecord.ts';

/** What is done about documents that are older than the program. */
export type OldSchemas = 'REFUSED' | 'LEFT';

/**
 * Refuses a database whose documents the program does not understand, before anything is written to it. What a newer program wrote is always
 * refused. What an older one wrote is moved by `credit-graph migrate run` first; only who does that asks for it to be left.
 *
 * The versions of collections that hold nothing yet are noted, so that an older program is refused from then on.
 *
 * @param department - on its database
 * @param old - what is done about older documents
 * @throws StartError SCHEMA_NEWER or SCHEMA_OLDER, with collection, database, and the versions found and known
 */
export async function checkSchema(department: StoringDepartment, old: OldSchemas): Promise<void> {
  const { database } = department;
  const collections = migratedCollections(department);
  const records = await storedRecords(department);
  const fresh: AnyBulkWriteOperation<SchemaRecord>[] = [];
  for (const collection of collections) {
    const { name, version } = collection;
    const record = records.get(name) ?? (await assumedRecord(department, collection));
    const details = { collection: collection.id, database: database.db.databaseName, known: version };
    if (record.newest > version) throw new StartError('SCHEMA_NEWER', { ...details, found: record.newest });
    if (record.version < version && old === 'REFUSED')
      throw new StartError('SCHEMA_OLDER', { ...details, found: record.version });
    if (!records.has(name)) {
      const { _id, ...noted } = record;
      fresh.push({ updateOne: { filter: { _id }, update: { $setOnInsert: noted }, upsert: true } });
    }
  }
  if (fresh.length > 0) await schemaRecordsOf(database).bulkWrite(fresh, { ordered: false });
}

/**
 * Reads what is known of the versions of a department's collections.
 *
 * @param department - on its database
 */
export async function storedRecords({
  database,
}: Pick<StoringDepartment, 'database'>): Promise<ReadonlyMap<string, SchemaRecord>> {
  const records = await schemaRecordsOf(database).find().toArray();
  return new Map(records.map((record) => [record._id, record]));
}

/**
 * Tells whether documents of a department are older than the program, as far as was noted.
 *
 * @param department - on its database, and checked
 */
export async function holdsOldSchema(department: StoringDepartment): Promise<boolean> {
  const records = await storedRecords(department);
  return migratedCollections(department).some(({ name, version }) => (records.get(name)?.version ?? version) < version);
}

/** Documents of which nothing was ever noted are of version 1; where there are none, the program's own will be the first. */
async function assumedRecord(
  { database }: Pick<StoringDepartment, 'database'>,
  { name, version, places }: MigratedCollection,
): Promise<SchemaRecord> {
  if (version === 1) return { _id: name, version, newest: version };
  const found = await Promise.all(places.map(async (place) => database.db.collection(place).findOne({})));
  const assumed = found.every((document) => document === null) ? version : 1;
  return { _id: name, version: assumed, newest: assumed };
}
