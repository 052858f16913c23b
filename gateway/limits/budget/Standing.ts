import type { Budget } from '../../../src/config/budgets.ts';
import { remainingOf, resetSeconds } from './leakyBucket.ts';

/** Where a caller stands with its budget. */
export interface Standing {
  /** Cost that can be spent at once. */
  readonly capacity: number;
  /** Cost that comes back each second. */
  readonly leakPerSecond: number;
  /** Cost that is left. */
  readonly remaining: number;
  /** Seconds until the whole capacity is there again. */
  readonly resetSeconds: number;
}

/** What a reply says in `extensions.cost`. */
export interface CostReport extends Partial<Standing> {
  /** What the operation might have cost at most; null where it could not be priced. */
  readonly estimated: number | null;
  /** What it cost; null where it was only priced. */
  readonly actual: number | null;
}

/**
 * Tells where a caller stands.
 *
 * @param budget - its budget
 * @param level - cost in its bucket
 */
export function standingOf(budget: Budget, level: number): Standing {
  return { ...budget, remaining: remainingOf(budget, level), resetSeconds: resetSeconds(budget, level) };
}
