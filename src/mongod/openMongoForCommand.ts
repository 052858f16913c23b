import { MongoClient } from 'mongodb';
import type { Config } from '../config/env.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { MongoHandle } from './MongoHandle.ts';
import { openEmbeddedMongo } from './openEmbeddedMongo.ts';
import { openMongo } from './openMongo.ts';
import { lives, readRunning } from './runningFile.ts';

/**
 * Opens the database for one command: the user's own servers, else the database of the product that runs on the same
 * data folder, else a server for the command's own duration.
 *
 * A server that another command has started is not shared, because it goes away with that command; `DATA_DIR_IN_USE`
 * names its process.
 *
 * @param departments - names of the departments whose databases must be writable
 * @throws StartError with what the user can do
 */
export async function openMongoForCommand(
  config: Config,
  log: Logger,
  departments: readonly string[] = [],
): Promise<MongoHandle> {
  if (config.mongodbUri !== undefined) return openMongo(config, log, departments);
  const uri = await uriOfRunningProduct(config.dataDir);
  if (uri !== undefined) return shared(uri, log);
  try {
    return await openEmbeddedMongo(config, log, 'command');
  } catch (error) {
    // The product may have started in the meantime.
    const late = await uriOfRunningProduct(config.dataDir);
    if (late === undefined) throw error;
    return shared(late, log);
  }
}

function shared(uri: string, log: Logger): MongoHandle {
  log.info('using the database of the running product');
  return { uri, embedded: true, stop: () => Promise.resolve() };
}

/**
 * The server of the product that runs on a data folder. Its announcement may be stale, so its processes must live and the server must
 * answer.
 *
 * @param dataDir - the folder
 */
export async function uriOfRunningProduct(dataDir: string): Promise<string | undefined> {
  const running = await readRunning(dataDir);
  if (running?.kind !== 'product') return undefined;
  if (!(await lives(running.owner)) || !(await lives(running.mongod))) return undefined;
  return (await answers(running.uri)) ? running.uri : undefined;
}

async function answers(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
