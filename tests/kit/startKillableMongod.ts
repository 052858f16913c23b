import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoServerSelectionError } from 'mongodb';
import { findMongod } from '../../src/mongod/findMongod.ts';
import { initiateReplicaSet, REPLICA_SET } from '../../src/mongod/initiateReplicaSet.ts';
import { freePort } from './freePort.ts';
import { mongodConfig, silent } from './mongodConfig.ts';

/** A server of the test's own that can be killed and comes back with its data at the same place. */
export interface KillableMongod {
  readonly uri: string;
  /** Kills it as a power cut would, and starts it again. */
  killAndRestart(): Promise<void>;
  /** Kills it; it stays away until it is started again. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** The smallest oplog that the server takes, in megabytes, so that it is soon written over. */
const OPLOG_MB = 990;

/**
 * Starts a replica set of one server.
 *
 * @param options - added to its command line
 */
export async function startKillableMongod(...options: readonly string[]): Promise<KillableMongod> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-killable-'));
  const { path } = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
  const host = `127.0.0.1:${await freePort()}`;
  const start = async (): Promise<ChildProcess> => {
    const place = ['--dbpath', folder, '--port', host.split(':')[1] ?? '', '--bind_ip', '127.0.0.1', '--nounixsocket'];
    const set = ['--replSet', REPLICA_SET, '--oplogSize', String(OPLOG_MB), '--wiredTigerCacheSizeGB', '0.25'];
    const mongod = spawn(path, [...place, ...set, ...options], { stdio: 'ignore' });
    await untilUp(host);
    return mongod;
  };
  const kill = async (mongod: ChildProcess): Promise<void> => {
    const ended = once(mongod, 'exit');
    mongod.kill('SIGKILL');
    await ended;
  };
  let running = await start();
  return {
    uri: `mongodb://${host}/?replicaSet=${REPLICA_SET}`,
    async killAndRestart() {
      await kill(running);
      running = await start();
    },
    kill: () => kill(running),
    async restart() {
      running = await start();
    },
    async stop() {
      if (running.exitCode === null && running.signalCode === null) await kill(running);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** After a kill it replays its oplog first, which takes its time on a busy machine. */
async function untilUp(host: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await initiateReplicaSet(host);
      return;
    } catch (error) {
      if (attempt === 12 || !(error instanceof MongoServerSelectionError)) throw error;
    }
  }
}
