import { MongoError } from 'mongodb';
import type { RecordState } from './FactDocument.ts';

/** The states of a fact that is not annulled. */
export const LIVING_STATES: readonly RecordState[] = ['ACTIVE', 'HIDDEN', 'ARCHIVED'];

/**
 * The index by which no two living facts are corrected to one natural key, however many corrections come at once. A query must name
 * the states for MongoDB to read by it.
 */
export const livingKey = {
  key: { 'record.provenance.key': 1 },
  options: {
    name: 'livingKey',
    unique: true,
    partialFilterExpression: {
      'record.provenance.key': { $exists: true },
      'record.state': { $in: [...LIVING_STATES] },
    },
  },
} as const;

/**
 * Selects the living facts that were corrected to one of some keys.
 *
 * @param keys - ids that natural keys give
 */
export function livingKeyFilter(keys: readonly string[]) {
  return { 'record.provenance.key': { $in: [...keys] }, 'record.state': { $in: [...LIVING_STATES] } };
}

/**
 * Tells whether a write failed because another fact has the key.
 *
 * @param error - as it was thrown
 */
export function isKeyCollision(error: unknown): boolean {
  return error instanceof MongoError && error.code === 11000 && error.message.includes(livingKey.options.name);
}
