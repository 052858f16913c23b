import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';
import { StartError } from '../errors/StartError.ts';
import { maskFreeText } from '../values/masks.ts';
import type { MigratedCollection } from './MigratedCollection.ts';
import { SCHEMA_VERSION, type StoredDocument } from './SchemaStep.ts';

/**
 * Lays documents out anew and writes them, each only if it is still as it was read: what somebody else has changed or moved meanwhile
 * is left as it is.
 *
 * @param place - where they lie
 * @param documents - as they were read, older than the collection's version
 * @param collection - whose steps they go through
 * @returns how many were moved
 * @throws StartError MIGRATION_STEP_FAILED where a step can not read a document; none of these is moved then
 */
export async function moveDocuments(
  place: Collection,
  documents: readonly Document[],
  collection: MigratedCollection,
): Promise<number> {
  const operations = documents.map((document): AnyBulkWriteOperation => {
    const { _id, ...replacement } = movedDocument(document, collection);
    const asRead = { $expr: { $eq: ['$$ROOT', { $literal: document }] } };
    return { replaceOne: { filter: { _id: document['_id'] as never, ...asRead }, replacement } };
  });
  return (await place.bulkWrite(operations, { ordered: false })).matchedCount;
}

/**
 * Takes one document through the steps that it has not gone through.
 *
 * @param document - as stored, of any version up to the collection's
 * @param collection - with its steps in order
 */
export function movedDocument(
  document: StoredDocument,
  { id, steps, version }: Pick<MigratedCollection, 'id' | 'steps' | 'version'>,
): StoredDocument {
  const { [SCHEMA_VERSION]: stored, ...laidOut } = document;
  const from = typeof stored === 'number' ? stored : 1;
  let moved: StoredDocument = laidOut;
  for (const [at, { title, move }] of steps.entries()) {
    if (at + 1 < from) continue;
    try {
      moved = move(moved);
    } catch (cause) {
      // What the step says may hold values of the document.
      const shown = { collection: id, step: title, id: maskFreeText(String(document['_id'])) };
      throw new StartError('MIGRATION_STEP_FAILED', shown, { cause });
    }
  }
  return { ...moved, [SCHEMA_VERSION]: version };
}
