import { join } from 'node:path';
import type { BenchOptions } from '../BenchOptions.ts';
import type { BenchServer } from '../openBenchServer.ts';
import { startChild, type Child } from '../process/startChild.ts';

/** How the product is started. */
export interface ServedSetting {
  /** Of the databases. */
  readonly prefix?: string;
  /** Of Node. */
  readonly flags?: readonly string[];
  /** What tells its profile from others. */
  readonly label?: string;
}

/**
 * Starts the product in a process of its own, as `npm start` runs it, on a server of the benchmark; its `info` is its address.
 *
 * @param server - where its databases are
 * @param options - whether it is profiled
 * @param setting - see {@link ServedSetting}
 */
export async function startServed(
  server: Pick<BenchServer, 'uri' | 'folder'>,
  { cpuProf: profileFolder }: Pick<BenchOptions, 'cpuProf'>,
  { prefix = '', flags = [], label = 'gateway' }: ServedSetting = {},
): Promise<Child> {
  const environment = {
    MONGODB_URI: server.uri,
    DATA_DIR: join(server.folder, `gateway${prefix}`),
    DATABASE_PREFIX: prefix,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  };
  return startChild('gateway', { environment, profileFolder, label, flags });
}
