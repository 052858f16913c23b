import type { Budget } from '../../../src/config/budgets.ts';

/** What became of a cost that was poured into a bucket. */
export interface Charge {
  /** Whether there was room for it; where there was none, nothing was poured in. */
  readonly isAdmitted: boolean;
  /** Cost in the bucket afterwards. */
  readonly level: number;
  /**
   * Corrects what was poured in, once the actual cost is known. Never fails, and is not waited for.
   *
   * @param difference - actual cost less what was charged
   */
  readonly settle: (difference: number) => void;
}

/** The leaky buckets of all callers. */
export interface Buckets {
  /**
   * Pours a cost into a caller's bucket if there is room for it.
   *
   * @param key - whose bucket
   * @param budget - how large it is, and how fast it leaks
   * @param cost - 0 to see the level only
   */
  charge(key: string, budget: Budget, cost: number): Charge | Promise<Charge>;
  /** Waits a moment until they are what they are meant to be; without it, the first charges may be kept by this process alone. */
  opened(): Promise<void>;
  /** Frees what is held, after the last charge. */
  close(): Promise<void>;
}
