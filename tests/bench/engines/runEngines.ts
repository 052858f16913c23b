import type { BenchOptions } from '../BenchOptions.ts';
import type { Target } from '../BenchReport.ts';
import { openBenchCity } from '../openBenchCity.ts';
import { engineTargets } from './engineTargets.ts';
import { measureEngines, type EngineQueryFigures } from './measureEngines.ts';

/** What the engines reached. */
export interface EnginesReport {
  readonly options: BenchOptions;
  readonly engines: readonly EngineQueryFigures[];
  readonly targets: readonly Target[];
}

/**
 * Measures the engines and nothing else.
 *
 * @param options - in which place, how long and on how much
 * @param say - told what is done
 */
export async function runEngines(options: BenchOptions, say: (line: string) => void): Promise<EnginesReport> {
  const place = options.onlyEngines;
  const nowhere = { uri: '', usccs: [], databasePeakMb: async () => Promise.resolve(undefined) };
  const memory = place === 'mongo' ? [] : await measureEngines('memory', nowhere, options, say);
  const engines = [...memory, ...(place === 'memory' ? [] : await overMongo(options, say))];
  return { options, engines, targets: engineTargets(engines) };
}

async function overMongo(options: BenchOptions, say: (line: string) => void): Promise<readonly EngineQueryFigures[]> {
  say(`loading a sample city of ${options.enterprises} enterprises`);
  const city = await openBenchCity(options);
  try {
    return await measureEngines('mongo', city, options, say);
  } finally {
    await city.close();
  }
}
