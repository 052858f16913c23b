import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/env.ts';
import { messageOf } from '../errors/messageOf.ts';
import { StartError } from '../errors/StartError.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { FoundMongod } from './FoundMongod.ts';
import { findMongod } from './findMongod.ts';
import type { MongoHandle } from './MongoHandle.ts';
import { processIdentity } from './processIdentity.ts';
import { lives, readRunning, removeRunning, writeRunning, type Running } from './runningFile.ts';
import { MongodStartError, startMongod, type StartedMongod } from './startMongod.ts';

/** MongoDB's exit code for data files of a release that it cannot read. */
const EXIT_NEED_UPGRADE = 62;
/** MongoDB's exit code for a port that is taken. */
const EXIT_NET_ERROR = 48;
/** How long a server whose product was killed may take to end; its watcher notices the death within 2 s. */
const ORPHAN_PATIENCE_MS = 30_000;
/** How long a folder may stay locked by a server that nobody announced, before that is told as an error. */
const LOCK_PATIENCE_MS = 5_000;

/**
 * Starts the product's own server on `DATA_DIR/mongo`, where it finds the data of earlier runs, and announces it to
 * commands in `DATA_DIR/running.json`. What a killed product has left running on the folder is ended first.
 *
 * @param kind - whether this process is the product or a command that needs a database for its own duration
 * @throws StartError when the folder is in use, cannot be written or read, or no server program is found
 */
export async function openEmbeddedMongo(config: Config, log: Logger, kind: Running['kind']): Promise<MongoHandle> {
  const { dataDir } = config;
  await refuseIfInUse(dataDir, log);
  const found = await findMongod(config, log);
  const folder = join(dataDir, 'mongo');
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new StartError('DATA_DIR_UNUSABLE', { folder, reason: messageOf(error) }, { cause: error });
  });
  const options = { path: found.path, folder, cacheMb: config.mongodCacheMb };
  const started = await whenUnlocked(dataDir, log, () => startMongod(options, log)).catch((error: unknown) => {
    throw startErrorOf(error, found, folder);
  });
  await announce(dataDir, kind, started);
  log.info({ folder, pid: started.pid }, 'MongoDB server started');
  return {
    uri: started.uri,
    embedded: true,
    stop: async () => {
      await started.stop();
      await removeRunning(dataDir);
    },
  };
}

async function announce(dataDir: string, kind: Running['kind'], started: StartedMongod): Promise<void> {
  const [mongod, owner] = await Promise.all([processIdentity(started.pid), processIdentity(process.pid)]);
  await writeRunning(dataDir, {
    uri: started.uri,
    mongod: { pid: started.pid, identity: mongod ?? 'alive' },
    owner: { pid: process.pid, identity: owner ?? 'alive' },
    kind,
    started: new Date().toISOString(),
  });
}

/** The announcement tells a living owner, who keeps the folder, from a killed one, whose server is ended. */
async function refuseIfInUse(dataDir: string, log: Logger): Promise<void> {
  const running = await readRunning(dataDir);
  if (running === undefined) return;
  const { owner, mongod } = running;
  if (await lives(owner)) throw new StartError('DATA_DIR_IN_USE', { folder: dataDir, pid: owner.pid });
  if (!(await lives(mongod))) return;
  log.warn({ pid: mongod.pid }, 'ending the MongoDB server of a product that was killed');
  process.kill(mongod.pid, 'SIGTERM');
  const deadline = Date.now() + ORPHAN_PATIENCE_MS;
  while (await lives(mongod)) {
    if (Date.now() > deadline) throw new StartError('DATA_DIR_IN_USE', { folder: dataDir, pid: mongod.pid });
    await pause(50);
  }
}

/**
 * Tries again for as long as a server that nobody announced holds the folder, since it may be just about to end, or
 * where another program was quicker to take the port.
 */
async function whenUnlocked<T>(dataDir: string, log: Logger, start: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (!(isLocked(error) || lostItsPort(error)) || Date.now() > deadline) throw error;
      await pause(250);
      await refuseIfInUse(dataDir, log);
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof MongodStartError && error.message.includes('DBPathInUse');
}

function lostItsPort(error: unknown): boolean {
  return error instanceof MongodStartError && error.exitCode === EXIT_NET_ERROR;
}

function startErrorOf(error: unknown, { path, version }: FoundMongod, folder: string): unknown {
  if (!(error instanceof MongodStartError)) return error;
  const cause = { cause: error };
  if (isLocked(error)) return new StartError('DATA_DIR_LOCKED', { folder }, cause);
  if (error.exitCode === EXIT_NEED_UPGRADE) return new StartError('DATA_DIR_NEWER', { folder, path, version }, cause);
  return new StartError('MONGOD_FAILED', { folder, path, reason: error.message }, cause);
}
