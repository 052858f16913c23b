import type { Budget } from '../../../src/config/budgets.ts';

/** How full a bucket was at an instant. */
export interface BucketState {
  readonly level: number;
  /** Milliseconds of any clock that does not go back. */
  readonly at: number;
}

/**
 * How full a bucket is now.
 *
 * @param state - how full it was; undefined for a bucket that nobody has poured into
 * @param leakPerSecond - cost that leaks out
 * @param now - milliseconds of the same clock
 */
export function levelAt(state: BucketState | undefined, leakPerSecond: number, now: number): number {
  if (!state) return 0;
  return Math.max(0, state.level - (Math.max(0, now - state.at) * leakPerSecond) / 1_000);
}

/**
 * What is left of a budget: a whole number, 0 where more was spent than there was.
 *
 * @param budget - the budget
 * @param level - cost in the bucket
 */
export function remainingOf({ capacity }: Budget, level: number): number {
  return Math.max(0, Math.floor(capacity - level));
}

/**
 * Whole seconds until the bucket is empty and the whole budget there again.
 *
 * @param budget - the budget
 * @param level - cost in the bucket
 */
export function resetSeconds({ leakPerSecond }: Budget, level: number): number {
  return Math.ceil(level / leakPerSecond);
}

/**
 * Whole seconds until there is room for a cost, at least 1.
 *
 * @param budget - the budget
 * @param level - cost in the bucket
 * @param cost - no more than the capacity
 */
export function secondsUntilRoom({ capacity, leakPerSecond }: Budget, level: number, cost: number): number {
  return Math.max(1, Math.ceil((level + cost - capacity) / leakPerSecond));
}
