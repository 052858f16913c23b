import { createHash } from 'node:crypto';
import type { Collection } from 'mongodb';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { ImportReport } from './ImportReport.ts';

/** A file that was imported into a collection, with a report for each time that it was. */
export interface BatchDocument {
  readonly _id: string;
  readonly collection: string;
  readonly file: string;
  /** SHA-256 of the file as it lay on disk. */
  readonly digest: string;
  readonly source: string | null;
  readonly runs: readonly BatchRun[];
}

/** One reading of the file. */
export interface BatchRun {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly operator: string;
  readonly report: ImportReport;
}

/**
 * The batches of a department.
 *
 * @param database - the department's
 */
export function batchesOf(database: DepartmentDatabase): Collection<BatchDocument> {
  return database.db.collection<BatchDocument>('batches');
}

/**
 * Names the batch of a file: the same file into the same collection by the same source is the same batch, whenever it is read.
 *
 * @param collection - such as `registry.enterprises`
 * @param source - name of the source profile, or null
 * @param digest - SHA-256 of the file
 */
export function batchId(collection: string, source: string | null, digest: string): string {
  return createHash('sha256')
    .update(`${collection}\u001f${source ?? ''}\u001f${digest}`)
    .digest('base64url')
    .slice(0, 16);
}

/**
 * Records one reading of a file.
 *
 * @param database - the department's
 * @param batch - the file
 * @param run - what came of it
 */
export async function recordRun(
  database: DepartmentDatabase,
  { _id, ...batch }: Omit<BatchDocument, 'runs'>,
  run: BatchRun,
): Promise<void> {
  await batchesOf(database).updateOne({ _id }, { $setOnInsert: batch, $push: { runs: run } }, { upsert: true });
}
