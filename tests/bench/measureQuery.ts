import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { askGraph } from './askGraph.ts';
import { queryText, variablesFrom, type BenchVariables, type QueryName } from './benchQueries.ts';
import type { BenchOptions } from './BenchOptions.ts';
import { countCommands, type CommandComparison } from './countCommands.ts';
import type { BenchCity } from './openBenchCity.ts';
import type { Contestants } from './startContestants.ts';
import { spreadOf, type Spread } from './spread.ts';
import type { LoadResult } from './summarised.ts';

/** Who answers the same requests. */
export const CONTESTANTS = ['gateway', 'monolith', 'driver'] as const;

/** One of {@link CONTESTANTS}. */
export type ContestantName = (typeof CONTESTANTS)[number];

/** Figures of one contestant over all rounds. */
export interface ContestantFigures {
  readonly requestsPerSecond: Spread;
  /** Milliseconds. */
  readonly p50: Spread;
  /** Milliseconds. */
  readonly p99: Spread;
  /** Processor time of the contestant's process for one request, in milliseconds; MongoDB's is not counted. */
  readonly cpuMs: Spread;
  /** Most memory that its process held so far, in megabytes. */
  readonly peakMb: number;
}

/** Figures of one query. */
export interface QueryFigures {
  readonly query: QueryName;
  /** Requests whose answers were equal to the gateway's, from each of the other contestants. */
  readonly compared: number;
  /** Bytes of an answer on average. */
  readonly bytes: number;
  readonly commands: CommandComparison;
  readonly contestants: Readonly<Record<ContestantName, ContestantFigures>>;
  /** The gateway's rate as a part of another's, round by round. */
  readonly ratios: Readonly<Record<'driver' | 'monolith', Spread>>;
}

interface RoundFigures extends LoadResult {
  readonly cpuMs: number;
}

const COMPARED = 30;
/** Beside the slowest requests: what a contestant has begun must not disturb the next one. */
const SETTLE_MS = 100;

/**
 * Measures one query: compares answers, counts commands, warms up, and loads one contestant after another, round by round.
 *
 * @param query - which
 * @param contestants - all running
 * @param city - whose enterprises are asked for
 * @param options - rounds, time, connections
 * @throws Error where two contestants answer differently
 */
export async function measureQuery(
  query: QueryName,
  contestants: Contestants,
  city: BenchCity,
  options: BenchOptions,
): Promise<QueryFigures> {
  const compared = await compareAnswers(query, contestants, city);
  const commands = await countCommands(city, query);
  const rounds: Record<ContestantName, RoundFigures>[] = [];
  for (let round = 0; round <= options.rounds; round += 1) {
    const figures = {} as Record<ContestantName, RoundFigures>;
    for (const name of rotated(round)) {
      const before = await contestants[name].usage();
      const seed = `${options.seed}/${query}/${round}`;
      const { seconds, connections } = options;
      const result = await contestants.load(name, { query, usccs: city.usccs, seed, seconds, connections });
      await pause(result.p99 + SETTLE_MS);
      const { cpuMs } = await contestants[name].usage();
      figures[name] = { ...result, cpuMs: (cpuMs - before.cpuMs) / result.begun };
    }
    // The first round warms up: plans, pools and compiled code.
    if (round > 0) rounds.push(figures);
  }
  return {
    query,
    compared,
    commands,
    bytes: spreadOf(rounds.map(({ gateway }) => gateway.bytes)).median,
    contestants: {
      gateway: await figuresOf('gateway', rounds, contestants),
      monolith: await figuresOf('monolith', rounds, contestants),
      driver: await figuresOf('driver', rounds, contestants),
    },
    ratios: { driver: ratio(rounds, 'driver'), monolith: ratio(rounds, 'monolith') },
  };
}

async function compareAnswers(query: QueryName, contestants: Contestants, city: BenchCity): Promise<number> {
  const next = variablesFrom(query, city.usccs, 'compared');
  const ask = (name: 'gateway' | 'monolith', variables: BenchVariables): Promise<unknown> =>
    askGraph(String(contestants[name].info), queryText(query), variables);
  for (let at = 0; at < COMPARED; at += 1) {
    const variables = next();
    const expected = await ask('gateway', variables);
    if (!isDeepStrictEqual(await ask('monolith', variables), expected)) throw differs('monolith', query, variables);
    const driver = await contestants.driver.ask<unknown>('answer', { query, variables });
    if (!isDeepStrictEqual(driver, expected)) throw differs('driver', query, variables);
  }
  return COMPARED;
}

function differs(name: ContestantName, query: QueryName, variables: BenchVariables): Error {
  return new Error(`The ${name} answers the ${query} otherwise than the gateway: ${JSON.stringify(variables)}`);
}

/** Another one begins in each round, so that none always follows the same one. */
function rotated(round: number): readonly ContestantName[] {
  const first = round % CONTESTANTS.length;
  return [...CONTESTANTS.slice(first), ...CONTESTANTS.slice(0, first)];
}

async function figuresOf(
  name: ContestantName,
  rounds: readonly Readonly<Record<ContestantName, RoundFigures>>[],
  contestants: Contestants,
): Promise<ContestantFigures> {
  const spread = (figure: 'requestsPerSecond' | 'p50' | 'p99' | 'cpuMs'): Spread =>
    spreadOf(rounds.map((round) => round[name][figure]));
  return {
    requestsPerSecond: spread('requestsPerSecond'),
    p50: spread('p50'),
    p99: spread('p99'),
    cpuMs: spread('cpuMs'),
    peakMb: (await contestants[name].usage()).peakMb,
  };
}

function ratio(
  rounds: readonly Readonly<Record<ContestantName, RoundFigures>>[],
  other: 'driver' | 'monolith',
): Spread {
  return spreadOf(rounds.map((round) => round.gateway.requestsPerSecond / round[other].requestsPerSecond));
}
