import type { Collection } from 'mongodb';
import { percentile } from './latency.ts';
import type { UsageDocument, UsageParty } from './UsageMeter.ts';

/** `type UsageFigures`. */
export interface UsageFigures {
  readonly calls: number;
  readonly errors: number;
  readonly cost: number;
  readonly p50: number | null;
  readonly p99: number | null;
}

/** Figures of some hours. */
export interface UsageOfHours {
  readonly from: Date;
  readonly until: Date;
  /**
   * The figures of all who are meant together.
   *
   * @param isMeant - who
   */
  figures(isMeant: (party: UsageParty) => boolean): UsageFigures;
  readonly departments: readonly string[];
  readonly clients: readonly string[];
}

/**
 * Reads the figures of some hours; there are few documents for each, one for every client and department.
 *
 * @param collection - where counts are kept
 * @param from - beginning of the first hour
 * @param until - end of the last one
 */
export async function readUsage(collection: Collection<UsageDocument>, from: Date, until: Date): Promise<UsageOfHours> {
  const parties = new Map<string, Omit<UsageDocument, '_id' | 'hour'>>();
  for await (const { side, department, client, ...counted } of collection.find({ hour: { $gte: from, $lt: until } })) {
    const party = {
      side,
      ...(department === undefined ? {} : { department }),
      ...(client === undefined ? {} : { client }),
    };
    const key = [side, department ?? '', client ?? ''].join(' ');
    const known = parties.get(key);
    parties.set(key, { ...party, ...(known === undefined ? counted : sumOf([known, counted])) });
  }
  const all = [...parties.values()];
  return {
    from,
    until,
    figures(isMeant) {
      const { calls, errors, cost, buckets } = sumOf(all.filter(isMeant));
      return { calls, errors, cost, p50: percentile(buckets, 0.5), p99: percentile(buckets, 0.99) };
    },
    departments: [...new Set(all.flatMap(({ department }) => department ?? []))].toSorted(),
    clients: all
      .filter(({ client }) => client !== undefined)
      .toSorted((one, other) => other.calls - one.calls)
      .flatMap(({ client }) => client ?? []),
  };
}

type Counted = Pick<UsageDocument, 'calls' | 'errors' | 'cost' | 'buckets'>;

function sumOf(counted: readonly Counted[]): Counted {
  const buckets: Record<string, number> = {};
  let [calls, errors, cost] = [0, 0, 0];
  for (const one of counted) {
    calls += one.calls;
    errors += one.errors;
    cost += one.cost;
    for (const [bucket, count] of Object.entries(one.buckets)) buckets[bucket] = (buckets[bucket] ?? 0) + count;
  }
  return { calls, errors, cost, buckets };
}
