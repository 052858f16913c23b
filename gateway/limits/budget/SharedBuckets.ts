import type { Logger } from 'pino';
import type { Budget } from '../../../src/config/budgets.ts';
import { messageOf } from '../../../src/errors/messageOf.ts';
import type { Buckets, Charge } from './Buckets.ts';
import { MemoryBuckets } from './MemoryBuckets.ts';
import { RedisBuckets } from './RedisBuckets.ts';

/** How often budgets had to be kept by this gateway alone. */
export interface SharingFigures {
  /** Whether Redis answers. */
  readonly isShared: boolean;
  /** Charges since the start that Redis did not take. */
  readonly localCharges: number;
}

/** After a failure Redis is left alone for so long, lest every request waits for it. */
const PAUSE_MS = 1_000;

/**
 * Buckets that several gateways share in Redis. While Redis is away, each gateway keeps them by itself, as if it were the only one:
 * a caller may then spend its budget once at each, and no request fails. The log says so once, and once more when it is over.
 */
export class SharedBuckets implements Buckets {
  readonly #redis: RedisBuckets;
  readonly #local = new MemoryBuckets();
  readonly #logger: Logger;
  #awayUntil = 0;
  #isAway = false;
  #isClosed = false;
  #localCharges = 0;
  #reported = 0;

  /**
   * @param url - of the Redis; may hold a password
   * @param logger - where it is said that Redis is away or back
   */
  constructor(url: string, logger: Logger) {
    this.#logger = logger;
    this.#redis = new RedisBuckets({
      url,
      onError: (error) => {
        this.#noteAway(error);
      },
    });
  }

  /** Whether they are shared at the moment, and how often they were not. */
  get figures(): SharingFigures {
    return { isShared: !this.#isAway && this.#redis.isReady, localCharges: this.#localCharges };
  }

  /** See {@link Buckets}; never rejects. */
  async charge(key: string, budget: Budget, cost: number): Promise<Charge> {
    if (!this.#mayAsk()) return this.#chargeHere(key, budget, cost);
    try {
      const { isAdmitted, level } = await this.#redis.pour({ key, budget, cost, isForced: false });
      this.#noteBack();
      return {
        isAdmitted,
        level,
        settle: (difference) => {
          if (difference !== 0) this.#settle(key, budget, difference);
        },
      };
    } catch (error) {
      this.#noteAway(error);
      return this.#chargeHere(key, budget, cost);
    }
  }

  /** See {@link Buckets}. */
  async opened(): Promise<void> {
    await this.#redis.opened();
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#redis.close();
    await this.#local.close();
  }

  /** While Redis is away, one charge after each pause finds out whether it is back; the others do not wait for it. */
  #mayAsk(): boolean {
    const now = performance.now();
    if (!this.#redis.isReady || now < this.#awayUntil) return false;
    if (this.#isAway) this.#awayUntil = now + PAUSE_MS;
    return true;
  }

  #chargeHere(key: string, budget: Budget, cost: number): Charge {
    this.#localCharges += 1;
    return this.#local.charge(key, budget, cost);
  }

  /** What can not be settled stays as it was estimated: it leaks out in any case. */
  #settle(key: string, budget: Budget, difference: number): void {
    this.#redis.pour({ key, budget, cost: difference, isForced: true }).catch((error: unknown) => {
      this.#noteAway(error);
    });
  }

  #noteAway(error: unknown): void {
    this.#awayUntil = performance.now() + PAUSE_MS;
    if (this.#isAway || this.#isClosed) return;
    this.#isAway = true;
    this.#reported = this.#localCharges;
    this.#logger.warn(
      { reason: messageOf(error) },
      'Redis does not answer: this gateway keeps budgets by itself until it does',
    );
  }

  #noteBack(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#awayUntil = 0;
    const localCharges = this.#localCharges - this.#reported;
    this.#logger.info({ localCharges }, 'Redis answers again: budgets are shared');
  }
}
