import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/env.ts';
import { openMongo } from '../../src/mongod/openMongo.ts';
import { readRunning } from '../../src/mongod/runningFile.ts';
import { createLogger } from '../../src/telemetry/logger.ts';

/** A database server that the benchmark started. */
export interface BenchServer {
  readonly uri: string;
  /** A folder that lives as long as the server. */
  readonly folder: string;
  /** Bound of its cache, in megabytes. */
  readonly cacheMb: number;
  /** Most memory that it ever held, in megabytes; none where the system does not tell. */
  databasePeakMb(): Promise<number | undefined>;
  /** Processor time that it has used, in milliseconds, to 10 ms; NaN where the system does not tell. */
  databaseCpuMs(): Promise<number>;
  /** Ends the server and removes the folder. */
  close(): Promise<void>;
}

/**
 * Starts the product's own database server on a temporary folder.
 *
 * @param cacheMb - bound of its cache, in megabytes; the product's unless given
 */
export async function openBenchServer(cacheMb?: number): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-bench-'));
  const config = loadConfig({
    ...process.env,
    MONGODB_URI: '',
    DATA_DIR: folder,
    DATABASE_PREFIX: '',
    LOG_LEVEL: 'warn',
    ...(cacheMb === undefined ? {} : { MONGOD_CACHE_MB: String(cacheMb) }),
  });
  const mongo = await openMongo(config, createLogger(config));
  return {
    uri: mongo.uri,
    folder,
    cacheMb: config.mongodCacheMb,
    databasePeakMb: async () => peakOf((await readRunning(folder))?.mongod.pid),
    databaseCpuMs: async () => cpuOf((await readRunning(folder))?.mongod.pid),
    async close() {
      await mongo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Linux keeps the highest resident size of a process, in kilobytes. */
async function peakOf(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
}

const MS_PER_TICK = 10;

/** Linux counts the time of a process, in its own code and in the system's, in hundredths of a second: `proc(5)`, fields 14 and 15. */
async function cpuOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program, in brackets, may hold anything; the third field follows it.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * MS_PER_TICK;
}
