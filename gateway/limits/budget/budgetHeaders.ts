import type { BudgetName } from '../../../src/config/budgets.ts';
import type { CostReport, Standing } from './Standing.ts';

/** By this header a caller has an operation priced and nothing else. */
export const PRICE_ONLY_HEADER = 'x-credit-graph-price-only';

/**
 * What a budget is in HTTP headers: `ratelimit-policy` and `ratelimit` as draft-ietf-httpapi-ratelimit-headers-10 has them (`q` the
 * capacity, `w` seconds in which all of it comes back, `r` what is left, `t` seconds until all is there), and the cost beside them.
 *
 * @param budget - names the policy
 * @param cost - what the operation cost
 * @param standing - where the caller stands; undefined for one without limits
 */
export function budgetHeaders(
  budget: BudgetName,
  { estimated, actual }: CostReport,
  standing: Standing | undefined,
): readonly (readonly [string, string])[] {
  const costs = [
    ...(estimated === null ? [] : [`estimated=${estimated}`]),
    ...(actual === null ? [] : [`actual=${actual}`]),
  ];
  const headers = [['x-credit-graph-cost', costs.join(', ')]] as const;
  if (!standing) return headers;
  const { capacity, leakPerSecond, remaining, resetSeconds } = standing;
  const name = `"${budget.toLowerCase()}"`;
  return [
    ...headers,
    ['ratelimit-policy', `${name};q=${capacity};w=${Math.ceil(capacity / leakPerSecond)}`],
    ['ratelimit', `${name};r=${remaining};t=${resetSeconds}`],
  ];
}
