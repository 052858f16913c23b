import { fromDayNumber, toDayNumber, type LocalDate } from '../values/localDate.ts';
import { addWorkingDays, isWorkingDay } from '../values/workingDays.ts';
import type { Chance } from './Chance.ts';
import type { SampleRow } from './DepartmentSeed.ts';
import type { SampleEnterprise } from './SampleEnterprise.ts';

/** The first days of an enterprise are without facts: nothing is decided about it yet. */
const QUIET_DAYS = 20;
/** Counting days is enough here, and an order of magnitude faster than a calendar: this runs for every collection. */
const DAYS_OF_MONTH = 30.44;

/**
 * Gives the columns that say whom a fact is about.
 *
 * @param enterprise - whom
 */
export function subjectColumns({ uscc, name, kind }: SampleEnterprise): SampleRow {
  return {
    subjectUscc: uscc,
    subjectName: name,
    subjectCategory: kind === 'HOUSEHOLD' ? '个体工商户' : '法人及非法人组织',
  };
}

/** How often something happens on average to enterprises of each standing. */
export type Means = Readonly<Record<SampleEnterprise['standing'], number>>;

/**
 * Chooses the days of an enterprise's life on which something happened, one for each time that it happened.
 *
 * To a rich enterprise it has happened once more, and lately, so that there is something to see. Others have none where they did not live in that time.
 *
 * @param enterprise - whom it happened to
 * @param chance - chooses
 * @param means - how often it happens on average
 * @param span - the last day that is possible, and how many months before it the first lies
 * @returns in order of time; two on one day count once
 */
export function eventDays(
  { foundedOn, activeUntil, standing, isRich }: SampleEnterprise,
  chance: Chance,
  means: Means,
  span: { readonly asOf: LocalDate; readonly months: number },
): readonly LocalDate[] {
  const born = toDayNumber(foundedOn) + QUIET_DAYS;
  const oldest = toDayNumber(span.asOf) - Math.round(span.months * DAYS_OF_MONTH);
  const from = fromDayNumber(Math.max(born, oldest));
  const count = chance.count(means[standing]);
  if (from > activeUntil) return [];
  const days = Array.from({ length: count }, () => officeDay(chance.day(from, activeUntil), from));
  if (isRich) days.push(officeDay(recentDay(chance, activeUntil), from));
  return [...new Set(days)].toSorted();
}

function recentDay(chance: Chance, last: LocalDate): LocalDate {
  return fromDayNumber(toDayNumber(last) - chance.int(15, 240));
}

/** Offices and courts decide on working days: the last one up to a day, unless that is too early. */
function officeDay(day: LocalDate, earliest: LocalDate): LocalDate {
  if (isWorkingDay(day)) return day;
  const before = addWorkingDays(day, -1);
  return before < earliest ? day : before;
}
