import type { LoadRequest } from '../LoadRequest.ts';
import type { BenchCity } from '../openBenchCity.ts';
import { startChild, type Child } from '../process/startChild.ts';
import type { LoadResult } from '../summarised.ts';
import {
  ENGINE_CONTESTANTS,
  ENGINE_NAMES,
  type ContestantStart,
  type EngineContestantName,
} from './EngineContestant.ts';
import type { DataPlace } from './engineQueries.ts';

/** All contestants of a place, each in a process of its own, the departments in another, and what loads them. */
export interface Engines {
  readonly contestants: ReadonlyMap<EngineContestantName, Child>;
  /** Answers those contestants that reach their departments over HTTP. */
  readonly departments: Child;
  /** Loads one contestant over HTTP, from the load generator's own process. */
  load(name: EngineContestantName, request: LoadRequest): Promise<LoadResult>;
  stop(): Promise<void>;
}

/**
 * Starts all contestants of a place.
 *
 * @param place - where the resolvers' data are
 * @param city - on its server; of no importance in memory
 * @param profileFolder - where processor profiles are written, if anywhere
 */
export async function startEngines(
  place: DataPlace,
  city: Pick<BenchCity, 'uri'>,
  profileFolder: string | undefined,
): Promise<Engines> {
  const started: Child[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map(async (child) => child.stop()));
  };
  const start = async (program: string, label: string, variables: NodeJS.ProcessEnv): Promise<Child> => {
    const environment = { MONGODB_URI: city.uri, DATABASE_PREFIX: '', NODE_ENV: 'production', ...variables };
    const child = await startChild(program, { environment, profileFolder, label: `${place} ${label}` });
    started.push(child);
    return child;
  };
  try {
    const departments = await start('departments', 'departments', { BENCH_PLACE: place });
    const contestants = new Map<EngineContestantName, Child>();
    for (const name of ENGINE_NAMES) {
      const contestant: ContestantStart = {
        ...ENGINE_CONTESTANTS[name],
        place,
        departmentsUrl: String(departments.info),
      };
      contestants.set(name, await start('contestant', name, { BENCH_CONTESTANT: JSON.stringify(contestant) }));
    }
    const generator = await start('load', 'load', {});
    return {
      contestants,
      departments,
      load: async (name, request) =>
        generator.ask<LoadResult>('load', { ...request, url: contestants.get(name)?.info }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
