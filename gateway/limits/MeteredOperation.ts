import { HeaderMap, type GraphQLResponse } from '@apollo/server';
import type { Budget } from '../../src/config/budgets.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { Charge } from './budget/Buckets.ts';
import { remainingOf, secondsUntilRoom } from './budget/leakyBucket.ts';
import type { Payer } from './budget/Payer.ts';
import { standingOf, type CostReport, type Standing } from './budget/Standing.ts';
import type { Price, PriceRequest } from './cost/Pricer.ts';
import type { Metering } from './Metering.ts';

/** What becomes of a caller's budget by one operation. */
export interface Account {
  readonly cost: CostReport;
  /** Undefined for callers without limits. */
  readonly standing: Standing | undefined;
  /** Seconds until the operation would be admitted; undefined unless the budget is exhausted. */
  readonly retryAfter: number | undefined;
}

/** Who pays, and for what kind of question. */
export interface MeteredRequest {
  readonly payer: Payer;
  /** Whether nothing but the price is asked. */
  readonly isPriceOnly: boolean;
  /** The same object during the whole operation. */
  readonly request: object;
}

/**
 * One operation on its way through the gateway, as far as its caller's budget goes: what it may cost is charged before anything is asked, and
 * corrected by what it did cost. What is refused before it is executed costs nothing.
 */
export class MeteredOperation {
  readonly #metering: Metering;
  readonly #metered: MeteredRequest;
  readonly #budget: Budget | undefined;
  #price: Price | undefined;
  #charge: Charge | undefined;
  #retryAfter: number | undefined;

  /**
   * @param metering - prices and budgets
   * @param metered - who pays
   */
  constructor(metering: Metering, metered: MeteredRequest) {
    this.#metering = metering;
    this.#metered = metered;
    this.#budget = metering.budgetOf(metered.payer.budget);
  }

  /**
   * Prices the operation and charges what it may cost.
   *
   * @param request - validated
   * @throws GatewayError COST_LIMIT_EXCEEDED or BUDGET_EXHAUSTED
   */
  async begin(request: PriceRequest): Promise<void> {
    this.#price = this.#metering.pricer.priceOf(request);
    if (!this.#price || !this.#budget) return;
    const { isPriceOnly, payer } = this.#metered;
    const { capacity } = this.#budget;
    const cost = this.#price.estimated;
    if (!isPriceOnly && cost > capacity) throw new GatewayError('COST_LIMIT_EXCEEDED', { cost, capacity });
    this.#charge = await this.#metering.buckets.charge(payer.key, this.#budget, isPriceOnly ? 0 : cost);
    if (!isPriceOnly && !this.#charge.isAdmitted) throw this.#exhausted(cost, this.#charge.level, this.#budget);
    this.#metering.note(this.#metered.request, standingOf(this.#budget, this.#charge.level));
  }

  /** The reply to an operation that is only priced; undefined for one that is to be executed. */
  reply(): GraphQLResponse | undefined {
    if (!this.#metered.isPriceOnly || !this.#price) return undefined;
    return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } };
  }

  /**
   * Corrects the charge by what the operation did cost.
   *
   * @param data - of the answer; none where nothing was executed, or nothing came of it
   * @param isAsked - whether anybody was asked for it: from then on it costs, whatever came of it
   */
  async end(data: unknown, isAsked: boolean): Promise<Account> {
    const estimated = this.#price?.estimated ?? null;
    const actual = this.#metered.isPriceOnly ? null : this.#actual(data, isAsked);
    const cost = { estimated, actual };
    if (!this.#budget) return { cost, standing: undefined, retryAfter: undefined };
    const standing = standingOf(this.#budget, await this.#settle(this.#budget, actual ?? 0));
    return { cost, standing, retryAfter: this.#retryAfter };
  }

  #actual(data: unknown, isAsked: boolean): number {
    const wasExecuted = isAsked || (data !== undefined && data !== null);
    const wasRefused = !wasExecuted || this.#charge?.isAdmitted === false;
    return wasRefused || !this.#price ? 0 : this.#price.actual(data);
  }

  async #settle(budget: Budget, actual: number): Promise<number> {
    const { payer, isPriceOnly } = this.#metered;
    const charge = this.#charge ?? (await this.#metering.buckets.charge(payer.key, budget, 0));
    if (!this.#charge || !charge.isAdmitted || isPriceOnly) return charge.level;
    const difference = actual - (this.#price?.estimated ?? 0);
    charge.settle(difference);
    return Math.max(0, charge.level + difference);
  }

  #exhausted(cost: number, level: number, budget: Budget): GatewayError {
    const seconds = secondsUntilRoom(budget, level, cost);
    this.#retryAfter = seconds;
    const remaining = remainingOf(budget, level);
    return new GatewayError('BUDGET_EXHAUSTED', { cost, remaining, capacity: budget.capacity, seconds });
  }
}
