import type { AuditDatabase } from './AuditDatabase.ts';
import { recordId } from './auditDigests.ts';

/** How long records are kept. Credit rules of Zhejiang (art. 20) ask for 10 years, Shanghai's (art. 45) for 5: the longer rule holds. */
export const RETENTION_YEARS = 10;

/**
 * The instant since which records are kept.
 *
 * @param now - the instant
 */
export function retainedSince(now: Date): Date {
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - RETENTION_YEARS);
  return since;
}

/**
 * Takes out records that were kept long enough. They go up to a signed checkpoint of that age, so that the rest of each chain can
 * still be checked; checkpoints and operations stay, which tell of nobody. It may be interrupted, and done by several.
 *
 * @param database - of the audit log
 * @param now - the instant
 * @returns how many records were taken out
 */
export async function expireRecords({ records, checkpoints }: AuditDatabase, now: Date): Promise<number> {
  const since = retainedSince(now);
  const isOld = { time: { $lt: since } };
  let count = 0;
  for (const chain of await records.distinct('chain', isOld)) {
    const signed = await checkpoints.findOne({ chain, ...isOld }, { sort: { time: -1, _id: -1 } });
    if (signed === null) continue;
    const range = { $gte: recordId(chain, 1), $lte: recordId(chain, signed.seq) };
    const { deletedCount } = await records.deleteMany({ _id: range });
    count += deletedCount;
  }
  return count;
}
