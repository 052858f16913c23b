import { MongoBulkWriteError, type Db, type Document } from 'mongodb';
import { onlyDuplicates } from '../data/onlyDuplicates.ts';
import type { AuditDatabase } from './AuditDatabase.ts';
import type { RecordDocument } from './AuditRecord.ts';

/** Of every write of the log: acknowledged by a majority, which has it in its journals. */
export const MAJORITY = { w: 'majority' } as const;

/**
 * Writes records, and returns once a majority has them. The command is sent as it is, which takes half the processor time of the driver's
 * `insertMany` with its book of each document. Where it fails, `insertMany` writes what is not there yet, and tries once more by itself
 * where the set has changed its primary.
 *
 * @param database - of the audit log
 * @param records - whose ids nobody else gives; those that are there already are passed over
 * @param timeoutMS - within which they must be written
 * @throws Error of the driver; some of them may be written
 */
export async function insertRecords(
  { db, records: collection }: Pick<AuditDatabase, 'db' | 'records'>,
  records: readonly RecordDocument[],
  timeoutMS: number,
): Promise<void> {
  const startedAt = performance.now();
  if (await isInserted(db, collection.collectionName, records, timeoutMS).catch(() => false)) return;
  const setting = { ordered: false, writeConcern: MAJORITY, timeoutMS: timeLeft(startedAt, timeoutMS) };
  await collection.insertMany(records, setting).catch(unlessDuplicate);
}

/**
 * Passes over the failure of a write that found nothing but documents which were there already.
 *
 * @param error - of an unordered write of many
 * @throws the same error, where anything else failed
 */
export function unlessDuplicate(error: unknown): void {
  if (!(error instanceof MongoBulkWriteError) || !onlyDuplicates(error)) throw error;
}

async function isInserted(
  db: Db,
  insert: string,
  documents: readonly RecordDocument[],
  timeoutMS: number,
): Promise<boolean> {
  const command = { insert, documents, ordered: false, writeConcern: MAJORITY };
  const reply: Document = await db.command(command, { timeoutMS, ignoreUndefined: true });
  return reply['n'] === documents.length && !reply['writeErrors'] && !reply['writeConcernError'];
}

/** At least 1 ms, since 0 means for ever. */
function timeLeft(startedAt: number, timeoutMS: number): number {
  return Math.max(1, Math.floor(timeoutMS - (performance.now() - startedAt)));
}
