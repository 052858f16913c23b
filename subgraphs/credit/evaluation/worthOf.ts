import { addMonths, type LocalDate } from '../../../src/values/localDate.ts';
import type { EvaluatedFact } from './EvaluatedFact.ts';
import type { EvaluationRule } from './EvaluationModel.ts';

/** What a fact is worth by a rule on a day, before caps. */
export interface Worth {
  readonly points: number;
  /** The next day on which it is worth less; absent where it stays as it is. */
  readonly nextOn?: LocalDate;
}

/**
 * Computes what a fact is worth by its age. A month is over on the day of the same number, or the last of a month that has none; from
 * that day on the fact counts for less. A fact without a day does not fade.
 *
 * @param rule - by which it counts
 * @param fact - the fact
 * @param asOf - the day
 */
export function worthOf({ points, decay }: EvaluationRule, { sortOn }: EvaluatedFact, asOf: LocalDate): Worth {
  if (sortOn === '') return { points };
  const steps = decay.map(({ months, percent }) => ({ on: addMonths(sortOn, months), percent }));
  const percent = steps.findLast(({ on }) => on <= asOf)?.percent ?? 100;
  const next = steps.find(({ on }) => on > asOf);
  return { points: towardsZero((points * percent) / 100), ...(next === undefined ? {} : { nextOn: next.on }) };
}

/** Whole points, and no -0 that would be another text than 0. */
function towardsZero(points: number): number {
  return Math.trunc(points) + 0;
}
