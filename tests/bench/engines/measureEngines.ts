import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { askGraph } from '../askGraph.ts';
import { variablesFrom, type QueryName } from '../benchQueries.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import { MEMORY_CODES } from '../memory/memorySubgraphs.ts';
import type { BenchCity } from '../openBenchCity.ts';
import { spreadOf, type Spread } from '../spread.ts';
import type { LoadResult } from '../summarised.ts';
import { ENGINE_NAMES, type EngineContestantName } from './EngineContestant.ts';
import { engineQuery, type DataPlace } from './engineQueries.ts';
import { startEngines, type Engines } from './startEngines.ts';

/** Figures of one contestant over all rounds. */
export interface EngineFigures {
  readonly requestsPerSecond: Spread;
  /** Milliseconds. */
  readonly p50: Spread;
  readonly p99: Spread;
  /** Processor time of the contestant's own process for one request, in milliseconds. */
  readonly cpuMs: Spread;
  /** Processor time of the departments' process for one request; 0 where they are in the contestant's. */
  readonly departmentsMs: Spread;
  /** Rate as a part of the monolith's, round by round. */
  readonly ofMonolith: Spread;
  /** Rate as a part of that of `@apollo/gateway` as it comes, round by round. */
  readonly ofStock: Spread;
  /** Most memory that its process held so far, in megabytes. */
  readonly peakMb: number;
}

/** Figures of one query over the departments of one place. */
export interface EngineQueryFigures {
  readonly place: DataPlace;
  readonly query: QueryName;
  /** Requests whose answers were equal, by all contestants. */
  readonly compared: number;
  readonly bytes: number;
  readonly contestants: Readonly<Record<EngineContestantName, EngineFigures>>;
  /** Most memory that the departments' own process held so far, in megabytes. */
  readonly departmentsPeakMb: number;
  /** The same of the database server; none in memory, or where the system does not tell. */
  readonly databasePeakMb: number | undefined;
}

interface Round extends LoadResult {
  readonly cpuMs: number;
  readonly departmentsMs: number;
}

const QUERIES: readonly QueryName[] = ['profile', 'list', 'page'];
const COMPARED = 20;
const SETTLE_MS = 100;
/** How much longer than the others the first round is. */
const WARM_UP = 3;

/**
 * Measures what joining costs: the same resolvers behind every engine and every transport, beside a monolith.
 *
 * @param place - where the resolvers' data are
 * @param city - the product's departments
 * @param options - rounds, time, connections
 * @param say - told what is done
 * @throws Error where two contestants answer differently
 */
export async function measureEngines(
  place: DataPlace,
  city: Pick<BenchCity, 'uri' | 'usccs' | 'databasePeakMb'>,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<readonly EngineQueryFigures[]> {
  const engines = await startEngines(place, city, options.cpuProf);
  const codes = place === 'memory' ? MEMORY_CODES : city.usccs;
  try {
    const figures: EngineQueryFigures[] = [];
    for (const query of QUERIES) {
      say(`measuring the engines, ${place}: ${query}`);
      const measured = await measure({ place, query, codes }, engines, options);
      figures.push({ ...measured, databasePeakMb: place === 'mongo' ? await city.databasePeakMb() : undefined });
    }
    return figures;
  } finally {
    await engines.stop();
  }
}

interface Task {
  readonly place: DataPlace;
  readonly query: QueryName;
  readonly codes: readonly string[];
}

async function measure(
  task: Task,
  engines: Engines,
  options: BenchOptions,
): Promise<Omit<EngineQueryFigures, 'databasePeakMb'>> {
  const compared = await compareAnswers(task, engines);
  const rounds: Record<EngineContestantName, Round>[] = [];
  for (let round = 0; round <= options.rounds; round += 1) {
    const figures = {} as Record<EngineContestantName, Round>;
    // The first round warms up, for longer: plans, pools, and code that is optimised only after thousands of calls.
    const seconds = options.seconds * (round === 0 ? WARM_UP : 1);
    for (const name of rotated(round))
      figures[name] = await loaded(name, task, engines, { ...options, seconds, round });
    if (round > 0) rounds.push(figures);
  }
  const contestants = {} as Record<EngineContestantName, EngineFigures>;
  for (const name of ENGINE_NAMES) contestants[name] = await figuresOf(name, rounds, engines);
  const bytes = spreadOf(rounds.map(({ monolith }) => monolith.bytes)).median;
  const { peakMb: departmentsPeakMb } = await engines.departments.usage();
  return { place: task.place, query: task.query, compared, bytes, contestants, departmentsPeakMb };
}

async function loaded(
  name: EngineContestantName,
  { place, query, codes }: Task,
  engines: Engines,
  { seed, seconds, connections, round }: BenchOptions & { readonly round: number },
): Promise<Round> {
  const child = engines.contestants.get(name);
  const before = [await child?.usage(), await engines.departments.usage()] as const;
  const request = { query, text: engineQuery(place, query), usccs: codes, seed: `${seed}/${query}/${round}` };
  const result = await engines.load(name, { ...request, seconds, connections });
  await pause(result.p99 + SETTLE_MS);
  const after = [await child?.usage(), await engines.departments.usage()] as const;
  return {
    ...result,
    cpuMs: ((after[0]?.cpuMs ?? NaN) - (before[0]?.cpuMs ?? NaN)) / result.begun,
    departmentsMs: (after[1].cpuMs - before[1].cpuMs) / result.begun,
  };
}

async function compareAnswers({ place, query, codes }: Task, engines: Engines): Promise<number> {
  const next = variablesFrom(query, codes, 'compared');
  const text = engineQuery(place, query);
  for (let at = 0; at < COMPARED; at += 1) {
    const variables = next();
    let expected: unknown;
    for (const name of ENGINE_NAMES) {
      const answer = await askGraph(String(engines.contestants.get(name)?.info), text, variables);
      expected ??= answer;
      if (!isDeepStrictEqual(answer, expected))
        throw new Error(`${name} answers the ${query} otherwise than the monolith`);
    }
  }
  return COMPARED;
}

/** Another one begins in each round, so that none always follows the same one. */
function rotated(round: number): readonly EngineContestantName[] {
  const first = round % ENGINE_NAMES.length;
  return [...ENGINE_NAMES.slice(first), ...ENGINE_NAMES.slice(0, first)];
}

async function figuresOf(
  name: EngineContestantName,
  rounds: readonly Readonly<Record<EngineContestantName, Round>>[],
  engines: Engines,
): Promise<EngineFigures> {
  const of = (figure: 'requestsPerSecond' | 'p50' | 'p99' | 'cpuMs' | 'departmentsMs'): Spread =>
    spreadOf(rounds.map((round) => round[name][figure]));
  const rateOf = (other: EngineContestantName): Spread =>
    spreadOf(rounds.map((round) => round[name].requestsPerSecond / round[other].requestsPerSecond));
  return {
    requestsPerSecond: of('requestsPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpuMs: of('cpuMs'),
    departmentsMs: of('departmentsMs'),
    ofMonolith: rateOf('monolith'),
    ofStock: rateOf('apollo stock'),
    peakMb: (await engines.contestants.get(name)?.usage())?.peakMb ?? NaN,
  };
}
