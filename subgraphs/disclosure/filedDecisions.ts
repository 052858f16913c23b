import type { Document, Filter } from 'mongodb';
import type { DepartmentDatabase } from '../../src/data/DepartmentDatabase.ts';
import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import { FIGURES_FILTER } from '../../src/policy/figuresFilter.ts';
import type { LocalDate } from '../../src/values/localDate.ts';
import type { PublicationCounts } from './publicationFigures.ts';
import { PUBLISHED_DAY, statusExpression } from './publicationStatus.ts';

/** Which decisions are counted. */
export interface FilingPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly authority: string | undefined;
  readonly provider: string | undefined;
}

/** Counts of one deciding department; null stands for rows that name none. */
export type CountsByDepartment = ReadonlyMap<string | null, PublicationCounts>;

/** The deciding authority of a fact, else its provider. */
const DEPARTMENT = { $ifNull: ['$authority', '$record.provider.name', null] };

/**
 * Counts the decisions of a period by department, in one command. It gives numbers, never facts.
 *
 * @param database - the office's
 * @param collection - permits or penalties
 * @param period - days of decision, both ends counted
 * @param today - the day that publication is judged at
 */
export async function filedDecisions(
  database: DepartmentDatabase,
  collection: FactCollection,
  period: FilingPeriod,
  today: LocalDate,
): Promise<CountsByDepartment> {
  const groups = await database
    .facts(collection)
    .aggregate<PublicationCounts & { readonly _id: string | null }>([
      { $match: { $and: [FIGURES_FILTER, inPeriod(period)] } },
      { $set: { published: PUBLISHED_DAY } },
      { $set: { status: statusExpression('$published', today) } },
      { $group: { _id: DEPARTMENT, ...counters(today) } },
    ])
    .toArray();
  return new Map(groups.map(({ _id, ...counts }) => [_id, { ...counts, quarantined: 0 }]));
}

function inPeriod({ from, to, authority, provider }: FilingPeriod): Filter<FactDocumentBase> {
  return {
    sortOn: { $gte: from, $lte: to },
    ...(authority === undefined
      ? {}
      : { $or: [{ authority }, { authority: { $exists: false }, 'record.provider.name': authority }] }),
    ...(provider === undefined ? {} : { 'record.provider.name': provider }),
  };
}

function counters(today: LocalDate): Document {
  const capOver = { $gt: [{ $ifNull: ['$published', today] }, '$publicationCapOn'] };
  return {
    decisions: { $sum: 1 },
    onTime: countIf({ $eq: ['$status', 'ON_TIME'] }),
    late: countIf({ $eq: ['$status', 'LATE'] }),
    overdue: countIf({ $eq: ['$status', 'OVERDUE'] }),
    pending: countIf({ $eq: ['$status', 'PENDING'] }),
    beyondCap: countIf({ $and: [{ $in: ['$status', ['LATE', 'OVERDUE']] }, capOver] }),
    clean: countIf({ $eq: [sizeOf('$record.qualityFlags'), 0] }),
    required: { $sum: '$requiredCount' },
    missing: { $sum: sizeOf('$missingFields') },
  };
}

function countIf(condition: Document): Document {
  return { $sum: { $cond: [condition, 1, 0] } };
}

function sizeOf(list: string): Document {
  return { $size: { $ifNull: [list, []] } };
}
