import type { FastifyRequest } from 'fastify';
import { knownCaller } from '../http/requestCaller.ts';
import type { RequestPayer } from '../http/requestPayer.ts';
import { budgetHeaders } from './budget/budgetHeaders.ts';
import { standingOf } from './budget/Standing.ts';
import type { Metering } from './Metering.ts';

/** Gives the headers that tell the caller of a refused request where it stands with its budget; none where nobody knows who that is. */
export type RefusalHeaders = (request: FastifyRequest) => Promise<Readonly<Record<string, string>>>;

/** What is refused before an operation is read costs nothing. */
const FREE = { estimated: null, actual: 0 };

/**
 * Makes the function that tells of a budget where no operation was read.
 *
 * @param metering - keeps the budgets
 * @param payerOf - tells whose budget pays
 */
export function refusalHeaders(metering: Metering, payerOf: RequestPayer): RefusalHeaders {
  return async (request) => {
    const caller = knownCaller(request);
    if (caller === undefined) return {};
    const { budget, key } = payerOf(caller, request);
    const limits = metering.budgetOf(budget);
    const standing = limits && standingOf(limits, (await metering.buckets.charge(key, limits, 0)).level);
    return Object.fromEntries(budgetHeaders(budget, FREE, standing));
  };
}
