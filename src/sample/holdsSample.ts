import type { Filter } from 'mongodb';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import { batchesOf, type BatchDocument } from '../ingest/batches.ts';
import { SAMPLE_SOURCE } from './sampleMark.ts';

/**
 * Tells whether a department's database holds facts of the sample city. It asks the batches only, one document for each
 * file that was ever imported, so it costs nothing beside an import.
 *
 * @param database - the department's
 * @param which - which samples count; all, where it is left out
 */
export async function holdsSample(database: DepartmentDatabase, which: Filter<BatchDocument> = {}): Promise<boolean> {
  const batch = await batchesOf(database).findOne({ ...which, source: SAMPLE_SOURCE }, { projection: { _id: 1 } });
  return batch !== null;
}
