import { table } from '../../../gateway/commands/table.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchOptions } from '../BenchOptions.ts';
import type { Target } from '../BenchReport.ts';
import { openBenchCity, type BenchCity } from '../openBenchCity.ts';
import { startChild, type Child } from '../process/startChild.ts';
import type { LoadResult } from '../summarised.ts';
import type { ServedQuery } from './ArrivalRequest.ts';
import type { MemoryUsed } from './MemoryUsed.ts';
import { PART } from './measureLatency.ts';
import { growth, slope, type Sample } from './slope.ts';
import { startServed } from './startServed.ts';

/** How one figure of memory went on. */
export interface MemoryCourse {
  readonly first: number;
  readonly last: number;
  /** Megabytes a minute, by least squares. */
  readonly slope: number;
  /** Median of the second half as a multiple of that of the first, after warming up. */
  readonly growth: number;
}

/** Figures of the product's process under constant load. */
export interface MemoryFigures {
  readonly minutes: number;
  /** Requests a second that were sent. */
  readonly rate: number;
  readonly answered: LoadResult;
  /** Each with its time; the first ones, in which the process warms up, are left out of the courses. */
  readonly samples: readonly (MemoryUsed & { readonly minutes: number })[];
  readonly courses: Readonly<Record<keyof MemoryUsed, MemoryCourse>>;
  readonly peakMb: number;
}

/** All figures. */
export interface MemoryReport {
  readonly options: BenchOptions;
  readonly memory: MemoryFigures;
  readonly targets: readonly Target[];
}

const QUERIES: readonly ServedQuery[] = ['profile', 'list', 'search'];
const APART_MS = 10_000;
/** Seconds that a first load lasts, of which the second half tells the peak rate. */
const PEAK_SECONDS = 10;
/** The part of the run in which the process warms up: caches fill, code is optimised, the heap takes its size. */
const WARM_UP_PART = 0.2;
/** How much more the second half may hold than the first. */
const FLAT = 1.05;
const MS_PER_MINUTE = 60_000;

/**
 * Measures the memory of the product under constant load: profile, list and search in turns at 80 % of the rate that it reaches, each request
 * with other variables. Garbage is collected before each look.
 *
 * @param options - minutes, connections, size of the city
 * @param say - told what is done
 */
export async function measureMemory(options: BenchOptions, say: (line: string) => void): Promise<MemoryReport> {
  say(`loading a sample city of ${options.enterprises} enterprises`);
  const city = await openBenchCity(options);
  const stops: (() => Promise<void>)[] = [() => city.close()];
  try {
    const served = await startServed(city, options, { flags: ['--expose-gc'] });
    stops.push(() => served.stop());
    const generator = await startChild('arrivals', { environment: {} });
    stops.push(() => generator.stop());
    say('waiting until the ledger and the index of the search are kept');
    await served.ask('settled');
    const memory = await underLoad({ city, served, generator }, options, say);
    return { options, memory, targets: targetsOf(memory) };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function underLoad(
  { city, served, generator }: { readonly city: BenchCity; readonly served: Child; readonly generator: Child },
  { minutes, connections, seed }: BenchOptions,
  say: (line: string) => void,
): Promise<MemoryFigures> {
  const { usccs, names } = city;
  const load = (part: string, seconds: number, pace: object): Promise<LoadResult> =>
    generator.ask('load', { url: served.info, queries: QUERIES, usccs, names, seed: `${seed}/${part}`, seconds, pace });
  await load('warm up', PEAK_SECONDS, { connections });
  const rate = (await load('peak', PEAK_SECONDS, { connections })).requestsPerSecond * PART;
  say(`measuring memory for ${minutes} minutes at ${rate.toFixed(0)} requests a second`);
  const samples: (MemoryUsed & { readonly minutes: number })[] = [];
  const started = performance.now();
  const passed = (): number => (performance.now() - started) / MS_PER_MINUTE;
  const loaded = load('rate', minutes * 60, { rate });
  // A load that fails meanwhile is heard of at the next look.
  loaded.catch(() => undefined);
  while (passed() < minutes) {
    samples.push({ minutes: passed(), ...(await served.ask<MemoryUsed>('memory')) });
    await Promise.race([pause(APART_MS), loaded]);
  }
  const answered = await loaded;
  const { peakMb } = await served.usage();
  const courseOf = (name: keyof MemoryUsed): MemoryCourse => course(samples, minutes, name);
  const courses = { rssMb: courseOf('rssMb'), heapUsedMb: courseOf('heapUsedMb'), externalMb: courseOf('externalMb') };
  return { minutes, rate, answered, samples, courses, peakMb };
}

function course(samples: MemoryFigures['samples'], minutes: number, name: keyof MemoryUsed): MemoryCourse {
  const counted = samples
    .filter((sample) => sample.minutes >= minutes * WARM_UP_PART)
    .map((sample): Sample => ({ minutes: sample.minutes, value: sample[name] }));
  return {
    first: counted[0]?.value ?? NaN,
    last: counted.at(-1)?.value ?? NaN,
    slope: slope(counted),
    growth: growth(counted),
  };
}

function targetsOf({ courses, minutes }: MemoryFigures): readonly Target[] {
  const target = (what: string, { growth: value }: MemoryCourse): Target => ({
    ...{ name: `${what} over ${minutes} minutes, second half as a multiple of the first`, goal: FLAT, isMost: true },
    ...{ value, isReached: value <= FLAT },
  });
  return [target('resident memory', courses.rssMb), target('heap', courses.heapUsedMb)];
}

/**
 * Words the figures.
 *
 * @param report - of {@link measureMemory}
 */
export function describeMemory({ memory }: MemoryReport): readonly string[] {
  const { rate, answered, samples, courses, peakMb } = memory;
  const rows = Object.entries(courses).map(([name, { first, last, slope: perMinute, growth: grown }]) => [
    name,
    ...[first.toFixed(1), last.toFixed(1), perMinute.toFixed(3), grown.toFixed(3)],
  ]);
  const load =
    `profile, list and search in turns, ${rate.toFixed(0)} a second asked, ` +
    `${answered.requestsPerSecond.toFixed(0)} answered, p99 ${answered.p99.toFixed(0)} ms`;
  return [
    '',
    `memory over ${memory.minutes} minutes: ${load}; ${samples.length} looks, peak ${peakMb.toFixed(0)} MB`,
    ...table([['after warming up', 'first MB', 'last MB', 'MB a minute', 'second half / first'], ...rows]),
  ];
}
