import { join } from 'node:path';
import type { LoadRequest } from './LoadRequest.ts';
import type { ContestantName } from './measureQuery.ts';
import type { BenchCity } from './openBenchCity.ts';
import { startChild, type Child } from './process/startChild.ts';
import type { LoadResult } from './summarised.ts';

/** All contestants, each in a process of its own, and what loads them. */
export interface Contestants extends Readonly<Record<ContestantName, Child>> {
  /** Loads one of them: over HTTP from the load generator's own process, or, for the driver, in its own. */
  load(name: ContestantName, request: LoadRequest): Promise<LoadResult>;
  stop(): Promise<void>;
}

/**
 * Starts all contestants on the same city.
 *
 * @param city - on its server
 * @param profileFolder - where processor profiles are written, if anywhere
 */
export async function startContestants(city: BenchCity, profileFolder: string | undefined): Promise<Contestants> {
  const started: Child[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((child) => child.stop()));
  };
  const start = async (program: string): Promise<Child> => {
    const environment = {
      MONGODB_URI: city.uri,
      DATA_DIR: join(city.folder, program),
      DATABASE_PREFIX: '',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    };
    const child = await startChild(program, { environment, profileFolder });
    started.push(child);
    return child;
  };
  try {
    const gateway = await start('gateway');
    const monolith = await start('monolith');
    const driver = await start('driver');
    const generator = await start('load');
    const children = { gateway, monolith, driver };
    return {
      ...children,
      load: (name, request) =>
        name === 'driver'
          ? driver.ask<LoadResult>('load', request)
          : generator.ask<LoadResult>('load', { ...request, url: children[name].info }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
