import type { Config } from '../config/env.ts';
import type { Logger } from '../telemetry/logger.ts';
import { checkMongoServers } from './checkMongoServers.ts';
import type { MongoHandle } from './MongoHandle.ts';
import { openEmbeddedMongo } from './openEmbeddedMongo.ts';

/**
 * Opens the database for the product: the user's own servers, checked, or else one that the product runs on its data
 * folder.
 *
 * @param departments - names of the departments whose databases must be writable
 * @throws StartError with what the user can do
 */
export async function openMongo(
  config: Config,
  log: Logger,
  departments: readonly string[] = [],
): Promise<MongoHandle> {
  await checkMongoServers(config, log, departments);
  if (config.mongodbUri === undefined) return openEmbeddedMongo(config, log, 'product');
  return { uri: config.mongodbUri, embedded: false, stop: () => Promise.resolve() };
}
