import { resolve } from 'node:path';
import type { Config } from '../config/env.ts';
import { messageOf } from '../errors/messageOf.ts';
import { StartError } from '../errors/StartError.ts';
import type { FoundMongod, MissedMongod } from './FoundMongod.ts';
import { mongodVersion } from './mongodVersion.ts';

/**
 * Takes the program that `MONGOD_PATH` names.
 *
 * @throws StartError `MONGOD_UNUSABLE`: who names a program wants that one, so no other is tried
 */
export async function mongodAtPath(config: Pick<Config, 'mongodPath'>): Promise<FoundMongod | MissedMongod> {
  if (config.mongodPath === undefined) return { missed: 'MONGOD_PATH is not set' };
  const path = resolve(config.mongodPath);
  try {
    return { path, from: 'MONGOD_PATH', version: await mongodVersion(path) };
  } catch (error) {
    throw new StartError('MONGOD_UNUSABLE', { path, reason: messageOf(error) }, { cause: error });
  }
}
