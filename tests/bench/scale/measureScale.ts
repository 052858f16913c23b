import { table } from '../../../gateway/commands/table.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { BenchOptions } from '../BenchOptions.ts';
import type { Target } from '../BenchReport.ts';
import type { LoadRequest } from '../LoadRequest.ts';
import { openBenchCity } from '../openBenchCity.ts';
import { startChild, type Child } from '../process/startChild.ts';
import { startServed } from '../served/startServed.ts';
import { spreadOf, type Spread } from '../spread.ts';
import type { LoadResult } from '../summarised.ts';
import { spread } from '../describeSpread.ts';
import { fillScale, readTemplate } from './fillScale.ts';

/** Figures of one query at one size. */
export interface ScaleFigures {
  readonly query: ScaleQuery;
  readonly enterprises: number;
  readonly requestsPerSecond: Spread;
  /** Milliseconds. */
  readonly p50: Spread;
  readonly p99: Spread;
  /** Rate as a part of that at the smallest size, round by round. */
  readonly ofSmallest: Spread;
  /** Bytes of an answer on average: the same at every size, or different things would be compared. */
  readonly bytes: number;
}

/** All figures. */
export interface ScaleReport {
  readonly options: BenchOptions;
  /** Bound of the database server's cache, and most memory that it held, in megabytes. */
  readonly cacheMb: number;
  readonly databasePeakMb: number | undefined;
  readonly fills: readonly ScaleFill[];
  readonly scale: readonly ScaleFigures[];
  readonly targets: readonly Target[];
}

/** How a size was made. */
export interface ScaleFill {
  readonly enterprises: number;
  readonly documents: number;
  /** Until they were written and indexed. */
  readonly seconds: number;
  /** What the cache would have to hold all of: documents and indexes, uncompressed, in megabytes. */
  readonly dataMb: number;
}

type ScaleQuery = 'profile' | 'list';

interface Size {
  readonly enterprises: number;
  readonly served: Child;
}

const QUERIES: readonly ScaleQuery[] = ['profile', 'list'];
/** Enterprises of the city that larger ones are made of. */
const TEMPLATE = 2_000;
/** A server for a million enterprises has a cache that holds them, in megabytes. */
const CACHE_MB = 6_144;
const MB = 1_048_576;
const WARM_UP = 3;
const SETTLE_MS = 200;
/** How far the rate of a size may lie from that of the smallest. */
const GOAL = 0.15;

/**
 * Measures the throughput of profile and list with few enterprises and with many, on one server, a process of the product for each size,
 * rounds interleaved. Enterprises are drawn from all that there are, so that what is asked for is cold where it does not fit into the cache.
 *
 * @param options - sizes, rounds, time, connections
 * @param say - told what is done
 */
export async function measureScale(options: BenchOptions, say: (line: string) => void): Promise<ScaleReport> {
  say(`loading a sample city of ${TEMPLATE} enterprises`);
  const city = await openBenchCity({ cacheMb: CACHE_MB, ...options, enterprises: TEMPLATE });
  const stops: (() => Promise<void>)[] = [() => city.close()];
  try {
    const client = await new MongoClient(city.uri).connect();
    stops.push(() => client.close());
    const template = await readTemplate(client);
    const sizes: Size[] = [];
    const fills: ScaleFill[] = [];
    for (const enterprises of options.sizes) {
      say(`making a city of ${enterprises} enterprises`);
      const started = performance.now();
      const prefix = `of_${enterprises}_`;
      const documents = await fillScale(client, template, { enterprises, prefix });
      const served = await startServed(city, options, { prefix, label: `gateway ${enterprises}` });
      stops.push(() => served.stop());
      sizes.push({ enterprises, served });
      const seconds = (performance.now() - started) / 1_000;
      fills.push({ enterprises, documents, seconds, dataMb: await dataMb(client, prefix) });
    }
    const generator = await startChild('load', { environment: {} });
    stops.push(() => generator.stop());
    const scale: ScaleFigures[] = [];
    for (const query of QUERIES) {
      say(`measuring ${query} at ${sizes.length} sizes`);
      scale.push(...(await measure(query, { sizes, generator }, options)));
    }
    const figures = { fills, scale, cacheMb: city.cacheMb, databasePeakMb: await city.databasePeakMb() };
    return { options, ...figures, targets: QUERIES.map((query) => targetOf(query, scale)) };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function dataMb(client: MongoClient, prefix: string): Promise<number> {
  const { databases } = await client
    .db()
    .admin()
    .listDatabases({ nameOnly: true, filter: { name: { $regex: `^${prefix}` } } });
  const stats = await Promise.all(databases.map(({ name }) => client.db(name).stats()));
  return stats.reduce((sum, one) => sum + Number(one['dataSize']) + Number(one['indexSize']), 0) / MB;
}

async function measure(
  query: ScaleQuery,
  { sizes, generator }: { readonly sizes: readonly Size[]; readonly generator: Child },
  { rounds, seconds, connections, seed }: BenchOptions,
): Promise<readonly ScaleFigures[]> {
  const results: Map<Size, LoadResult>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const figures = new Map<Size, LoadResult>();
    const first = round % sizes.length;
    for (const size of [...sizes.slice(first), ...sizes.slice(0, first)]) {
      const request: LoadRequest = {
        ...{ query, usccs: [], invented: size.enterprises, connections, seed: `${seed}/${query}/${round}` },
        seconds: seconds * (round === 0 ? WARM_UP : 1),
      };
      const result = await generator.ask<LoadResult>('load', { ...request, url: size.served.info });
      await pause(result.p99 + SETTLE_MS);
      figures.set(size, result);
    }
    if (round > 0) results.push(figures);
  }
  const [smallest] = sizes;
  return sizes.map((size) => {
    const of = (figure: keyof LoadResult): Spread => spreadOf(results.map((round) => round.get(size)?.[figure] ?? NaN));
    const rate = (round: Map<Size, LoadResult>, at = size): number => round.get(at)?.requestsPerSecond ?? NaN;
    return {
      ...{ query, enterprises: size.enterprises, requestsPerSecond: of('requestsPerSecond') },
      ...{ p50: of('p50'), p99: of('p99'), bytes: of('bytes').median },
      ofSmallest: spreadOf(results.map((round) => rate(round) / rate(round, smallest))),
    };
  });
}

function targetOf(query: ScaleQuery, figures: readonly ScaleFigures[]): Target {
  const parts = figures.filter((one) => one.query === query).map(({ ofSmallest }) => Math.abs(1 - ofSmallest.median));
  const value = Math.max(...parts);
  const name = `${query}, how far throughput lies from that of the smallest city`;
  return { name, goal: GOAL, isMost: true, value, isReached: value <= GOAL };
}

/**
 * Words the figures.
 *
 * @param report - of {@link measureScale}
 */
export function describeScale({ scale, fills, cacheMb, databasePeakMb }: ScaleReport): readonly string[] {
  const head = ['', 'enterprises', 'requests/s', 'of the smallest', 'p50 ms', 'p99 ms', 'bytes'];
  const rows = scale.map(({ query, enterprises, requestsPerSecond, ofSmallest, p50, p99, bytes }) => [
    ...[query, String(enterprises), spread(requestsPerSecond, 0), spread(ofSmallest, 2)],
    ...[p50.median.toFixed(1), p99.median.toFixed(1), bytes.toFixed(0)],
  ]);
  const made = fills.map(
    ({ enterprises, documents, dataMb: size, seconds }) =>
      `${enterprises}: ${documents} documents, ${size.toFixed(0)} MB, in ${seconds.toFixed(0)} s`,
  );
  const peak = databasePeakMb === undefined ? '' : `, which held ${databasePeakMb.toFixed(0)} MB at most`;
  return [
    '',
    `cities of several sizes on one server with a cache of ${cacheMb} MB${peak} (${made.join('; ')})`,
    ...table([head, ...rows]),
  ];
}
