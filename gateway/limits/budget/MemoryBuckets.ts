import type { Budget } from '../../../src/config/budgets.ts';
import type { Buckets, Charge } from './Buckets.ts';
import { levelAt, type BucketState } from './leakyBucket.ts';

/** Buckets that are kept, some 20 MB; whoever was not heard of for longest loses its bucket, and with it what it had spent. */
const MOST_KEYS = 100_000;

/**
 * Buckets in the memory of this process, in the order in which they were heard of. A map, since `lru-cache` makes room for all keys anew whenever
 * its last one goes, which befalls each operation of a caller who is alone.
 */
export class MemoryBuckets implements Buckets {
  readonly #states = new Map<string, BucketState>();
  readonly #now: () => number;
  readonly #mostKeys: number;

  /**
   * @param now - milliseconds of a clock that does not go back; tests give their own
   * @param mostKeys - buckets that are kept
   */
  constructor(now: () => number = () => performance.now(), mostKeys = MOST_KEYS) {
    this.#now = now;
    this.#mostKeys = mostKeys;
  }

  /** See {@link Buckets}. */
  charge(key: string, budget: Budget, cost: number): Charge {
    const level = this.#levelOf(key, budget);
    const isAdmitted = level + cost <= budget.capacity;
    if (isAdmitted && cost > 0) this.#pour(key, budget, cost);
    return {
      isAdmitted,
      level: isAdmitted ? level + cost : level,
      settle: (difference) => {
        this.#pour(key, budget, difference);
      },
    };
  }

  /** How many buckets there are. */
  get size(): number {
    return this.#states.size;
  }

  /** At once. */
  async opened(): Promise<void> {
    return Promise.resolve();
  }

  /** Lets all go. */
  async close(): Promise<void> {
    this.#states.clear();
    return Promise.resolve();
  }

  #levelOf(key: string, { leakPerSecond }: Budget): number {
    return levelAt(this.#states.get(key), leakPerSecond, this.#now());
  }

  #pour(key: string, budget: Budget, cost: number): void {
    const level = this.#levelOf(key, budget) + cost;
    // What is entered anew stands last.
    this.#states.delete(key);
    if (level > 0) this.#states.set(key, { level, at: this.#now() });
    if (this.#states.size > this.#mostKeys) this.#states.delete(this.#states.keys().next().value ?? '');
  }
}
