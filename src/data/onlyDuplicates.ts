import { MongoBulkWriteError } from 'mongodb';

const DUPLICATE_KEY = 11000;

/**
 * Tells whether a bulk write failed for nothing but documents that were there already, so that all others are written.
 *
 * @param error - what an unordered bulk write threw
 */
export function onlyDuplicates(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const failures = [error.writeErrors].flat();
  return failures.length > 0 && failures.every(({ code }) => code === DUPLICATE_KEY);
}
