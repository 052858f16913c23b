import type { Config } from '../config/env.ts';
import { StartError } from '../errors/StartError.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { FoundMongod, MissedMongod } from './FoundMongod.ts';
import { mongodAtPath } from './mongodAtPath.ts';
import { mongodFromOfficialBuild } from './mongodFromOfficialBuild.ts';
import { mongodFromPythonPackage } from './mongodFromPythonPackage.ts';
import { mongodInCache } from './mongodInCache.ts';
import { mongodOnPath } from './mongodOnPath.ts';

/** The ways to a server program, the user's choice first and downloads last. */
const WAYS: readonly ((config: Config, log: Logger) => Promise<FoundMongod | MissedMongod>)[] = [
  mongodAtPath,
  mongodOnPath,
  mongodInCache,
  mongodFromOfficialBuild,
  mongodFromPythonPackage,
];

/**
 * Finds the MongoDB server program to run; the first way that leads to one wins, and the choice is logged.
 *
 * @throws StartError `MONGOD_NOT_FOUND` that tells for each way why it failed, or `MONGOD_UNUSABLE`
 */
export async function findMongod(config: Config, log: Logger): Promise<FoundMongod> {
  const tried: string[] = [];
  for (const way of WAYS) {
    const result = await way(config, log);
    if ('path' in result) {
      log.info(result, 'MongoDB server program chosen');
      return result;
    }
    log.debug(result, 'no MongoDB server program this way');
    tried.push(`  ${tried.length + 1}. ${result.missed}`);
  }
  throw new StartError('MONGOD_NOT_FOUND', { tried: tried.join('\n') });
}
