import { DateTime, USCC } from '../../src/values/scalars.ts';
import { auditResolvers } from '../audit/auditResolvers.ts';
import type { CityAudit } from '../cityAudit.ts';
import { usageResolvers } from '../usage/usageResolvers.ts';
import type { Standing } from './budget/Standing.ts';

/** Tells where the caller of a request stands; undefined for callers without limits. */
export type FindStanding = (request: object) => Standing | undefined;

/**
 * Gives the resolvers of budgets.
 *
 * @param standingOf - where the caller of a request stands
 */
export function budgetResolvers(standingOf: FindStanding) {
  const budget = (_parent: unknown, _args: unknown, request: object): Standing | null => standingOf(request) ?? null;
  return { Query: { budget } };
}

/**
 * Gives the resolvers of all that the gateway of a city contributes to the graph.
 *
 * @param standingOf - where the caller of a request stands
 * @param audit - the audit log, and the figures of usage beside it
 */
export function gatewayResolvers(
  standingOf: FindStanding,
  { database }: Pick<CityAudit, 'database'>,
): Readonly<Record<string, unknown>> {
  const [audit, usage, budget] = [
    auditResolvers(database),
    usageResolvers(database.usage),
    budgetResolvers(standingOf),
  ];
  return { USCC, DateTime, ...audit, ...usage, Query: { ...audit.Query, ...usage.Query, ...budget.Query } };
}
