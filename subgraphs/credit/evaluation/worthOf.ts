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
  const steps = stepsOf(decay, sortOn);
  const percent = steps.findLast(({ on }) => on <= asOf)?.percent ?? 100;
  const next = steps.find(({ on }) => on > asOf);
  return { points: towardsZero((points * percent) / 100), ...(next === undefined ? {} : { nextOn: next.on }) };
}

/** From a day on, a fact counts for so much. */
interface Step {
  readonly on: LocalDate;
  readonly percent: number;
}

/** Calendars are slow, and the facts of a city fall on a few thousand days. */
const KNOWN_DAYS = 10_000;
const known = new WeakMap<EvaluationRule['decay'], Map<LocalDate, readonly Step[]>>();

function stepsOf(decay: EvaluationRule['decay'], day: LocalDate): readonly Step[] {
  const days = known.get(decay) ?? new Map<LocalDate, readonly Step[]>();
  known.set(decay, days);
  const found = days.get(day);
  if (found !== undefined) return found;
  const steps = decay.map(({ months, percent }) => ({ on: addMonths(day, months), percent }));
  if (days.size >= KNOWN_DAYS) days.clear();
  days.set(day, steps);
  return steps;
}

/** Whole points, and no -0 that would be another text than 0. */
function towardsZero(points: number): number {
  return Math.trunc(points) + 0;
}
