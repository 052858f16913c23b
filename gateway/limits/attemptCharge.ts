import { ANONYMOUS } from '../../src/identity/Caller.ts';
import type { RequestPayer } from '../http/requestPayer.ts';
import { secondsUntilRoom } from './budget/leakyBucket.ts';
import type { Metering } from './Metering.ts';

/** What an attempt to get a token costs the network that it comes from: with the default budget, 100 at once and 5 each second. */
const ATTEMPT_COST = 100;

/**
 * Charges an attempt to get a token to the budget of the public, of the network that it comes from; undefined where it may be made,
 * else in how many seconds.
 */
export type ChargeAttempt = (request: Parameters<RequestPayer>[1]) => Promise<number | undefined>;

/**
 * Makes the function that keeps secrets from being tried out.
 *
 * @param metering - keeps the budgets
 * @param payerOf - tells networks apart
 */
export function attemptCharge(metering: Metering, payerOf: RequestPayer): ChargeAttempt {
  return async (request) => {
    const budget = metering.budgetOf('OPEN');
    if (!budget) return undefined;
    const { isAdmitted, level } = await metering.buckets.charge(payerOf(ANONYMOUS, request).key, budget, ATTEMPT_COST);
    return isAdmitted ? undefined : secondsUntilRoom(budget, level, ATTEMPT_COST);
  };
}
