import type { ConnectedSubgraph } from '../subgraph/Subgraph.ts';
import type { Logger } from '../telemetry/logger.ts';
import { todayInShanghai } from '../values/localDate.ts';
import { holdsSample } from './holdsSample.ts';
import { loadSample, type SampleReport } from './loadSample.ts';

/** The sample city that is loaded where nobody asks for another one. */
export const DEFAULT_SAMPLE = { enterprises: 2_000, seed: 3501 } as const;

/**
 * Loads the sample city where no enterprise is registered yet, so that a first start has something to show; also where an
 * earlier load was cut off.
 *
 * @param subgraphs - the departments
 * @param logger - says what was loaded, or that a seed breaks the rules of its department
 * @param now - the sample is alive on this day
 * @returns null where there are enterprises already
 */
export async function loadSampleIfEmpty(
  subgraphs: readonly ConnectedSubgraph[],
  logger: Logger,
  now: Date,
): Promise<SampleReport | null> {
  if ((await hasSubjects(subgraphs)) && !(await wasCutOff(subgraphs))) return null;
  logger.info('loading the sample city');
  const report = await loadSample({ subgraphs, ...DEFAULT_SAMPLE, asOf: todayInShanghai(now), now });
  const { facts, quarantined, seconds } = report;
  const total = Object.values(facts).reduce((sum, count) => sum + count, 0);
  logger.info({ facts: total, seconds }, 'the sample city is loaded; `credit-graph sample --remove` takes it out');
  if (quarantined > 0) logger.warn({ quarantined }, 'rows of the sample city were refused');
  return report;
}

async function hasSubjects(subgraphs: readonly ConnectedSubgraph[]): Promise<boolean> {
  const found = await Promise.all(
    subgraphs.flatMap(({ database, collections }) =>
      Object.values(collections)
        .filter(({ kind }) => kind === 'SUBJECT')
        .map((collection) => database.facts(collection).findOne({}, { projection: { _id: 1 } })),
    ),
  );
  return found.some((subject) => subject !== null);
}

async function wasCutOff(subgraphs: readonly ConnectedSubgraph[]): Promise<boolean> {
  const unfinished = await Promise.all(subgraphs.map(({ database }) => holdsSample(database, { runs: { $size: 0 } })));
  return unfinished.includes(true);
}
