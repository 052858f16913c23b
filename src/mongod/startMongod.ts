import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Logger } from '../telemetry/logger.ts';
import { initiateReplicaSet, REPLICA_SET } from './initiateReplicaSet.ts';

/** A MongoDB server that this process has started. */
export interface StartedMongod {
  /** Connection string; the server listens on this machine only. */
  readonly uri: string;
  readonly pid: number;
  /** Ends the server cleanly; resolves when it is gone. Calling it again is harmless. */
  stop(): Promise<void>;
}

/** How a server is to be started. */
export interface MongodOptions {
  /** The program. */
  readonly path: string;
  /** An existing folder for its data. */
  readonly folder: string;
  /** Bound of its cache in megabytes, at least 256. */
  readonly cacheMb: number;
}

/** The server gave up before it was ready; `said` is its own last word. */
export class MongodStartError extends Error {
  readonly exitCode: number | null;

  /**
   * @param exitCode - as MongoDB's manual lists them; `null` where a signal ended the server
   * @param said - the error that the server logged, or what else is known
   */
  constructor(exitCode: number | null, said: string) {
    super(said);
    this.name = 'MongodStartError';
    this.exitCode = exitCode;
  }
}

/** Log id of "Waiting for connections", the same in every release since 4.4. */
const READY = 23016;
const HOST = '127.0.0.1';
/** Writing out a full cache to a slow disk takes its time. */
const STOP_PATIENCE_MS = 60_000;

/**
 * Starts a server as a replica set of one, on a folder that may hold the data of earlier runs, and waits until it takes
 * writes. After a crash the server first recovers from its journal, so there is no limit to the time that this takes.
 *
 * @throws MongodStartError when the server ends instead
 */
export async function startMongod(options: MongodOptions, log: Logger): Promise<StartedMongod> {
  const port = await freePort();
  const mongod = spawn(options.path, argumentsFor(options, port), {
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a process group of its own, Ctrl-C reaches the product only, which first ends the work in hand.
    detached: true,
  });
  const { pid } = mongod;
  if (pid !== undefined) watchOver(pid);
  await untilReady(mongod, log);
  if (pid === undefined) throw new MongodStartError(null, 'it did not start');
  const stop = stopping(mongod, log);
  try {
    await initiateReplicaSet(`${HOST}:${port}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri: `mongodb://${HOST}:${port}/?replicaSet=${REPLICA_SET}`, pid, stop };
}

function argumentsFor({ folder, cacheMb }: MongodOptions, port: number): string[] {
  return [
    ...['--dbpath', folder, '--port', String(port), '--bind_ip', HOST, '--nounixsocket'],
    ...['--replSet', REPLICA_SET, '--oplogSize', '1024', '--wiredTigerCacheSizeGB', String(cacheMb / 1024)],
    // On the same machine compression only costs, and its zlib code has leaked memory (CVE-2025-14847).
    ...['--networkMessageCompressors', 'disabled'],
    // A set of one has nobody to hand over to, so waiting for it at the end is in vain.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // The transaction of a process that was killed holds its facts as long as this; none of the product's takes nearly so long.
    ...['--setParameter', 'transactionLifetimeLimitSeconds=30'],
    // Files of dropped collections stay open for as long as an old snapshot might read them, five minutes by default; where many
    // are dropped, as in tests, the server would run out of files and end. Nothing here reads old snapshots.
    ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=5'],
  ];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('This machine gave no TCP port.');
  return address.port;
}

/** Follows the server's log: our own log repeats it, and its first error explains an early end. */
async function untilReady(mongod: ChildProcess, log: Logger): Promise<void> {
  let said = '';
  const { stdout, stderr } = mongod;
  if (stdout === null || stderr === null) throw new Error('The output of mongod is not connected.');
  createInterface({ input: stderr }).on('line', (line) => (said ||= line));
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const { id, severity, message } = parseLogLine(line);
      log[severity]({ mongod: message }, 'mongod');
      if (severity === 'error') said ||= message;
      if (id === READY) resolve();
    });
    mongod.once('error', (error) => {
      reject(new MongodStartError(null, error.message));
    });
    mongod.once('close', (code: number | null, signal: string | null) => {
      reject(new MongodStartError(code, said || `it ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** One line of the server's structured log; a line that is none is passed on as it is. */
function parseLogLine(line: string): { id: number; severity: 'debug' | 'error'; message: string } {
  try {
    const { id, s, msg, attr } = JSON.parse(line) as { id: number; s: string; msg: string; attr?: { error?: unknown } };
    const error = typeof attr?.error === 'string' ? attr.error : JSON.stringify(attr?.error ?? attr ?? {});
    return { id, severity: s === 'E' || s === 'F' ? 'error' : 'debug', message: `${msg}: ${error}` };
  } catch {
    return { id: 0, severity: 'debug', message: line };
  }
}

/** Starts the library's watcher, which ends the server when this process was killed and could not do it itself. */
function watchOver(mongodPid: number): void {
  const script = createRequire(import.meta.url).resolve('mongodb-memory-server-core/scripts/mongo_killer.js');
  const pids = [String(process.pid), String(mongodPid)];
  spawn(process.execPath, [script, ...pids], { detached: true, stdio: 'ignore' }).unref();
}

function stopping(mongod: ChildProcess, log: Logger): () => Promise<void> {
  let wanted = false;
  const gone = new Promise<void>((resolve) => {
    mongod.once('exit', (code, signal) => {
      if (!wanted) log.fatal({ code, signal }, 'the MongoDB server ended by itself');
      resolve();
    });
  });
  return async () => {
    if (!wanted) mongod.kill('SIGTERM');
    wanted = true;
    const lastResort = setTimeout(() => {
      log.warn({ pid: mongod.pid }, 'the MongoDB server does not end; it is killed and will recover from its journal');
      mongod.kill('SIGKILL');
    }, STOP_PATIENCE_MS);
    await gone;
    clearTimeout(lastResort);
  };
}
