import type { Target } from '../BenchReport.ts';
import type { QueryName } from '../benchQueries.ts';
import type { EngineContestantName } from './EngineContestant.ts';
import type { EngineFigures, EngineQueryFigures } from './measureEngines.ts';

/**
 * Compares the figures of the engines with what the own one is to reach: with resolvers in memory a part of the monolith's rate, and of
 * `@apollo/gateway`'s processor time and memory; in both places a multiple of the rate of `@apollo/gateway` as it comes.
 *
 * @param figures - of all queries
 */
export function engineTargets(figures: readonly EngineQueryFigures[]): readonly Target[] {
  const places = new Set(figures.map(({ place }) => place));
  return [
    ...(places.has('memory') ? memoryTargets(figures) : []),
    ...STOCK_TARGETS.filter(({ place }) => places.has(place)).map((target) => stockTarget(target, figures)),
  ];
}

/** Multiples of the rate of `@apollo/gateway` with its own data source. */
const STOCK_TARGETS = [
  { place: 'memory', query: 'profile', name: 'own in-process', goal: 3 },
  { place: 'memory', query: 'profile', name: 'own undici', goal: 1.8 },
  { place: 'mongo', query: 'profile', name: 'own in-process', goal: 1.3 },
  { place: 'mongo', query: 'profile', name: 'own undici', goal: 1.3 },
  { place: 'mongo', query: 'list', name: 'own in-process', goal: 1 },
  { place: 'mongo', query: 'list', name: 'own undici', goal: 1 },
] as const;

const PLACES = { memory: 'in memory', mongo: 'MongoDB behind' } as const;

function stockTarget(
  { place, query, name, goal }: (typeof STOCK_TARGETS)[number],
  figures: readonly EngineQueryFigures[],
): Target {
  const found = figures.find((one) => one.place === place && one.query === query);
  const rate = found?.contestants[name].ofStock.median ?? NaN;
  return least(`${name}, ${PLACES[place]}, ${query}, multiple of Apollo as it comes`, goal, rate);
}

function memoryTargets(figures: readonly EngineQueryFigures[]): readonly Target[] {
  const of = (query: QueryName, name: EngineContestantName): EngineFigures | undefined =>
    figures.find((one) => one.place === 'memory' && one.query === query)?.contestants[name];
  const cpu = (query: QueryName): number => quotient(of(query, 'own undici'), of(query, 'apollo undici'));
  const peak = (own: EngineContestantName, apollo: EngineContestantName): number =>
    (of('page', own)?.peakMb ?? NaN) / (of('page', apollo)?.peakMb ?? NaN);
  return [
    least('engine in-process, profile, part of the monolith', 0.9, best(of, 'profile')),
    least('engine in-process, list, part of the monolith', 1.5, best(of, 'list')),
    most('engine over undici, profile, processor time as a part of Apollo’s', 0.6, cpu('profile')),
    most('engine over undici, list, processor time as a part of Apollo’s', 0.35, cpu('list')),
    most('engine in-process, peak memory as a part of Apollo’s', 1, peak('own in-process', 'apollo in-process')),
    most('engine over undici, peak memory as a part of Apollo’s', 1, peak('own undici', 'apollo undici')),
  ];
}

/** The faster of the two ways to run departments: which one is a setting. */
function best(
  of: (query: QueryName, name: EngineContestantName) => EngineFigures | undefined,
  query: QueryName,
): number {
  const rates = (['own in-process', 'own in-process, jit'] as const).map((name) => of(query, name)?.ofMonolith.median);
  return Math.max(...rates.map((rate) => rate ?? NaN));
}

function quotient(one: EngineFigures | undefined, other: EngineFigures | undefined): number {
  return (one?.cpuMs.median ?? NaN) / (other?.cpuMs.median ?? NaN);
}

function least(name: string, goal: number, value: number): Target {
  return { name, goal, isMost: false, value, isReached: value >= goal };
}

function most(name: string, goal: number, value: number): Target {
  return { name, goal, isMost: true, value, isReached: value <= goal };
}
