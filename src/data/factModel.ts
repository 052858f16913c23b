import { Schema, type Connection, type Model } from 'mongoose';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocumentBase } from './FactDocument.ts';
import { livingKey } from './livingKey.ts';

/** What the visibility rule looks at, the parts that must be equal first. */
const VISIBLE = {
  'record.state': 1,
  'record.usageScope': 1,
  'record.publicity.from': 1,
  'record.publicity.until': 1,
} as const;

/**
 * Makes the mongoose model of a collection from its declaration; it carries the indexes.
 *
 * Every collection of facts is read by enterprise in the order of its lists, as one list in the same order, and by two kinds
 * that are few: those that no enterprise was found for, and those whose natural key was corrected.
 *
 * @param connection - the department's database
 * @param collection - the declaration
 */
export function factModel(connection: Connection, collection: FactCollection): Model<FactDocumentBase> {
  const schema = new Schema<FactDocumentBase>(
    { _id: String },
    { strict: false, versionKey: false, collection: collection.name },
  );
  // The number of all that a caller may see is read from keys alone; without an index the whole collection would be.
  schema.index(VISIBLE, { name: 'visible' });
  schema.index(
    { 'record.qualityFlags': 1, sortOn: -1, _id: -1 },
    { name: 'unlinked', partialFilterExpression: { 'record.qualityFlags': 'SUBJECT_UNLINKED' } },
  );
  if (collection.kind === 'FACT') {
    schema.index({ subjectUscc: 1, sortOn: -1, _id: -1 });
    schema.index({ sortOn: -1, _id: -1 });
    schema.index(livingKey.key, livingKey.options);
    // Once a day it is asked whose publicity begins or ends.
    for (const end of ['record.publicity.from', 'record.publicity.until']) {
      schema.index({ [end]: 1 }, { partialFilterExpression: { [end]: { $exists: true } } });
    }
  }
  for (const { key, ...options } of collection.indexes ?? []) schema.index(key as Record<string, 1 | -1>, options);
  return connection.models[collection.type] ?? connection.model<FactDocumentBase>(collection.type, schema);
}
