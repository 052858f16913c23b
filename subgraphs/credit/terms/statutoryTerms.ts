import { Decimal } from 'decimal.js';
import { readDefinitions } from '../../../src/config/readDefinitions.ts';
import { addDays, addMonths, addYears, type LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays, calendarCovers } from '../../../src/values/workingDays.ts';
import { termsSchema, type ScaleDefinition, type TermDefinition } from './TermDefinition.ts';

const read = readDefinitions('subgraphs/credit/terms', termsSchema).definitions;

/** All clocks of law that this office keeps. */
export const TERMS: readonly TermDefinition[] = read.flatMap(({ terms }) => terms);
/** All scales of grades. */
export const SCALES: readonly ScaleDefinition[] = read.flatMap(({ scales }) => scales);

/** `type StatutoryDeadline`: what a clock says of one case. */
export interface StatutoryDeadline {
  readonly term: TermDefinition;
  readonly from: LocalDate;
  /** Last day of the period: the last one on time. */
  readonly lastOn: LocalDate;
  /** First day behind it: what may be done only after the period may be done from here on. */
  readonly overFrom: LocalDate;
  /** Whether it may come out too early, since the holidays of a year are not known yet. */
  readonly isProvisional: boolean;
}

/**
 * Gives a clock.
 *
 * @param id - such as `dual-publicity`
 */
export function termById(id: string): TermDefinition | undefined {
  return TERMS.find((term) => term.id === id);
}

/**
 * Starts a clock. The day of the event is not counted (民法典 art. 201); months and years end on the day of the same number, or on the
 * last day of a month that has no such day (art. 202).
 *
 * @param term - the clock
 * @param from - day of the event that starts it
 */
export function deadlineOf(term: TermDefinition, from: LocalDate): StatutoryDeadline {
  const lastOn = ADD[term.unit](from, term.amount);
  const isProvisional = term.unit === 'WORKING_DAYS' && !(calendarCovers(from) && calendarCovers(lastOn));
  return { term, from, lastOn, overFrom: addDays(lastOn, 1), isProvisional };
}

/**
 * Starts a clock by its id.
 *
 * @param id - such as `dual-publicity`
 * @param from - day of the event that starts it
 * @returns null where there is no such clock
 */
export function statutoryDeadline(id: string, from: LocalDate): StatutoryDeadline | null {
  const term = termById(id);
  return term === undefined ? null : deadlineOf(term, from);
}

const ADD: Readonly<Record<TermDefinition['unit'], (from: LocalDate, amount: number) => LocalDate>> = {
  WORKING_DAYS: addWorkingDays,
  DAYS: addDays,
  MONTHS: addMonths,
  YEARS: addYears,
};

/**
 * Gives the grade of a score.
 *
 * @param scale - id of the scale
 * @param score - as exact decimal text or a number
 * @param isVetoed - whether a veto or a direct judgement decides, whatever the score
 * @throws RangeError where there is no such scale
 */
export function gradeOf(scale: string, score: string | number, isVetoed = false): string {
  const found = SCALES.find(({ id }) => id === scale);
  if (found === undefined) throw new RangeError(`There is no scale ${scale}.`);
  if (isVetoed) return found.veto;
  const points = new Decimal(score);
  return (found.bands.find(({ from }) => points.gte(from)) ?? found.bands.at(-1))?.grade ?? found.veto;
}
