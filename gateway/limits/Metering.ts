import type { Logger } from 'pino';
import type { Budget, BudgetName, Budgets } from '../../src/config/budgets.ts';
import type { Buckets } from './budget/Buckets.ts';
import { MemoryBuckets } from './budget/MemoryBuckets.ts';
import { SharedBuckets } from './budget/SharedBuckets.ts';
import type { Standing } from './budget/Standing.ts';
import { Pricer } from './cost/Pricer.ts';

/** What operations are metered by. */
export interface MeteringOptions {
  /** What callers may spend. */
  readonly budgets: Budgets;
  /** The Redis that several gateways keep budgets in together; this process's memory unless given. May hold a password. */
  readonly redisUrl?: string | undefined;
}

/** Prices operations and keeps the budgets of their callers. */
export class Metering {
  #pricer: Pricer;
  readonly buckets: Buckets;
  readonly #budgets: Budgets;
  readonly #standings = new WeakMap<object, Standing>();

  /**
   * @param supergraphSdl - the composed graph, whose `@cost` and `@listSize` decide prices
   * @param options - budgets, and where they are kept
   * @param logger - where it is said that Redis is away
   */
  constructor(supergraphSdl: string, { budgets, redisUrl }: MeteringOptions, logger: Logger) {
    this.#pricer = new Pricer(supergraphSdl);
    this.buckets = redisUrl === undefined ? new MemoryBuckets() : new SharedBuckets(redisUrl, logger);
    this.#budgets = budgets;
  }

  /** Prices operations by the graph that is served. */
  get pricer(): Pricer {
    return this.#pricer;
  }

  /**
   * Prices operations by another graph from now on.
   *
   * @param supergraphSdl - the composed graph
   */
  priceBy(supergraphSdl: string): void {
    this.#pricer = new Pricer(supergraphSdl);
  }

  /**
   * What a caller may spend.
   *
   * @param name - of the budget that pays
   * @returns undefined for callers without limits
   */
  budgetOf(name: BudgetName): Budget | undefined {
    return this.#budgets[name];
  }

  /**
   * Keeps where the caller of a request stands, for `Query.budget`.
   *
   * @param request - the same object during the whole operation
   * @param standing - once the estimate was charged
   */
  note(request: object, standing: Standing): void {
    this.#standings.set(request, standing);
  }

  /**
   * Where the caller of a request stands.
   *
   * @param request - the same object during the whole operation
   * @returns undefined for callers without limits, and where the product asks itself
   */
  standingOf(request: object): Standing | undefined {
    return this.#standings.get(request);
  }

  /** Frees what is held, after the last operation. */
  async close(): Promise<void> {
    await this.buckets.close();
  }
}
