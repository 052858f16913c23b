import type { CaseOutcome } from './runCase.ts';

/** Where `@apollo/gateway` is known to be the wrong one. */
export interface KnownDifference {
  /** A question of the classics names it, unless `isOnlyRandom`. */
  readonly name: string;
  /** What the specification says; the test of this name quotes it. */
  readonly sentence: string;
  /** Whether no graph that is small enough to be written by hand shows it, nor do the first 2,000 cases. */
  readonly isOnlyRandom?: boolean;
  /** Whether a case is one of them, and differs nowhere but by it. */
  matches(outcome: CaseOutcome): boolean;
}
