import type { Config } from '../config/env.ts';
import { StartError } from '../errors/StartError.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { MongoHandle } from './MongoHandle.ts';
import { openMongo } from './openMongo.ts';
import { uriOfRunningProduct } from './openMongoForCommand.ts';

/**
 * Opens the database that several processes share: the user's own servers, else the database of the product that runs on the same data
 * folder. None is started: it would end with the process that started it.
 *
 * @param departments - names of the departments whose databases must be writable
 * @throws StartError MONGODB_URI_MISSING where there is neither, or what keeps a server from being used
 */
export async function openSharedMongo(
  config: Config,
  log: Logger,
  departments: readonly string[],
): Promise<MongoHandle> {
  if (config.mongodbUri !== undefined) return openMongo(config, log, departments);
  const uri = await uriOfRunningProduct(config.dataDir);
  if (uri === undefined) throw new StartError('MONGODB_URI_MISSING', { folder: config.dataDir });
  return { uri, embedded: true, stop: () => Promise.resolve() };
}
