import type { Collection } from 'mongodb';
import { AppError } from '../../src/errors/AppError.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import { readUsage, type UsageFigures, type UsageOfHours } from '../../src/usage/readUsage.ts';
import type { UsageDocument, UsageParty } from '../../src/usage/UsageMeter.ts';

interface UsageArguments {
  readonly from?: Date | null;
  readonly until?: Date | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_DAYS = 366;
const MOST_CLIENTS = 1_000;

/**
 * Gives the resolvers of the figures of usage.
 *
 * @param collection - where they are kept
 */
export function usageResolvers(collection: Collection<UsageDocument>) {
  const isAsked = ({ side }: UsageParty): boolean => side === 'ASKED';
  return {
    Query: {
      usage: async (_: unknown, { from, until }: UsageArguments, { now }: RequestContext): Promise<UsageOfHours> => {
        const end = hourAfter(until ?? now);
        const begin = hourOf(from ?? new Date(end.getTime() - DAY_MS));
        if (end <= begin || end.getTime() - begin.getTime() > LONGEST_DAYS * DAY_MS) {
          const reason = 'from 须早于 until 且相距不超过 366 天 / from must be before until, by 366 days at most';
          throw new AppError('VALUE_INVALID', { type: 'usage', reason });
        }
        return readUsage(collection, begin, end);
      },
    },
    Usage: {
      total: (usage: UsageOfHours): UsageFigures => usage.figures(isAsked),
      departments: (usage: UsageOfHours) =>
        usage.departments.map((department) => ({
          department,
          answered: usage.figures((party) => party.side === 'ANSWERED' && party.department === department),
          asked: usage.figures((party) => isAsked(party) && party.department === department),
        })),
      own: (usage: UsageOfHours, _: unknown, { caller }: RequestContext): UsageFigures | null => {
        const { client, department } = caller;
        if (client !== undefined) return usage.figures((party) => party.client === client);
        return department === undefined
          ? null
          : usage.figures((party) => isAsked(party) && party.department === department);
      },
      clients: (usage: UsageOfHours) =>
        [...new Set(usage.clients)].slice(0, MOST_CLIENTS).map((client) => ({
          client,
          figures: usage.figures((party) => party.client === client),
        })),
    },
  };
}

function hourOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / HOUR_MS) * HOUR_MS);
}

function hourAfter(instant: Date): Date {
  return new Date(Math.ceil((instant.getTime() + 1) / HOUR_MS) * HOUR_MS);
}
