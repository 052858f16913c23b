import type { Document } from 'mongodb';
import { columnsOf } from '../../src/data/envelopeFields.ts';
import type { DepartmentDatabase } from '../../src/data/DepartmentDatabase.ts';
import { collectionId, type FactCollection } from '../../src/data/FactCollection.ts';
import { quarantineOf } from '../../src/ingest/quarantine.ts';
import { addDays, type LocalDate } from '../../src/values/localDate.ts';
import type { FilingPeriod } from './filedDecisions.ts';

/** Rows in quarantine that name a department in their own words; the name is as the file has it and may be anything. */
export interface RefusedRows {
  readonly authority: string | null;
  readonly rows: number;
}

/**
 * Counts the rows of a collection that were received in a period and could not be accepted so far, by what their column of the authority says.
 *
 * The names must not be shown: whatever stood in the wrong column may be among them. For the same reason an authority or provider may
 * only be asked for where an accepted decision bears it.
 *
 * @param database - the office's
 * @param collection - permits or penalties
 * @param period - days of receipt, since a refused row's day of decision may be what is wrong with it
 */
export async function refusedRows(
  database: DepartmentDatabase,
  collection: FactCollection,
  { from, to, authority, provider }: FilingPeriod,
): Promise<readonly RefusedRows[]> {
  const groups = quarantineOf(database).aggregate<{ _id: string | null; rows: number }>([
    {
      $match: {
        collection: collectionId(collection),
        state: 'OPEN',
        at: { $gte: startOf(from), $lt: startOf(addDays(to, 1)) },
      },
    },
    { $set: { cellList: { $objectToArray: '$cells' } } },
    { $set: { provider: cellOf(collection, 'providerName') } },
    { $set: { authority: { $ifNull: [cellOf(collection, 'authority'), '$provider'] } } },
    {
      $match: {
        ...(authority === undefined ? {} : { authority }),
        ...(provider === undefined ? {} : { provider }),
      },
    },
    { $group: { _id: '$authority', rows: { $sum: 1 } } },
  ]);
  return (await groups.toArray()).map(({ _id, rows }) => ({ authority: _id, rows }));
}

/** The first cell whose column bears one of a field's names; null where there is none. */
function cellOf(collection: FactCollection, name: string): Document {
  const field = columnsOf(collection).find(([column]) => column === name)?.[1];
  const headers = [name, field?.title ?? name, ...(field?.aliases ?? [])];
  const matching = { $filter: { input: '$cellList', cond: { $in: ['$$this.k', headers] } } };
  return { $ifNull: [{ $getField: { field: 'v', input: { $first: matching } } }, null] };
}

/** Midnight in Asia/Shanghai, which is at UTC+8 without summer time. */
function startOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
