import type { Growing } from '../../src/data/setGiven.ts';

/** What is counted of one department's decisions of one kind. */
export interface PublicationCounts {
  readonly decisions: number;
  readonly quarantined: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly pending: number;
  readonly beyondCap: number;
  /** Decisions without any quality flag. */
  readonly clean: number;
  /** Fields that the templates ask for, and those of them that were not given. */
  readonly required: number;
  readonly missing: number;
}

/** `type PublicationFigures`. */
export interface PublicationFigures extends PublicationCounts {
  readonly timeliness: number | null;
  readonly completeness: number | null;
  readonly compliance: number | null;
}

/** Nothing filed. */
export const NO_COUNTS: PublicationCounts = {
  decisions: 0,
  quarantined: 0,
  onTime: 0,
  late: 0,
  overdue: 0,
  pending: 0,
  beyondCap: 0,
  clean: 0,
  required: 0,
  missing: 0,
};

/**
 * Adds up counts.
 *
 * @param one - counts
 * @param other - more counts
 */
export function sumOf(one: PublicationCounts, other: PublicationCounts): PublicationCounts {
  const names = Object.keys(NO_COUNTS) as (keyof PublicationCounts)[];
  const sum: Growing<PublicationCounts> = { ...one };
  for (const name of names) sum[name] += other[name];
  return sum;
}

/**
 * Makes the three rates of counts: timely among those whose time is over or kept, filled among the fields asked for, and
 * faultless among all rows filed. What is still in time counts neither for nor against.
 *
 * @param counts - see {@link PublicationCounts}
 */
export function publicationFigures(counts: PublicationCounts): PublicationFigures {
  const { decisions, quarantined, onTime, late, overdue, clean, required, missing } = counts;
  return {
    ...counts,
    timeliness: share(onTime, onTime + late + overdue),
    completeness: share(required - missing, required),
    compliance: share(clean, decisions + quarantined),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
