import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongod } from '../../src/mongod/findMongod.ts';
import { freePort } from './freePort.ts';
import { mongodConfig, silent } from './mongodConfig.ts';

/** A server as an administrator would start it by hand. */
export interface BareMongod {
  /** Host and port. */
  readonly host: string;
  stop(): Promise<void>;
}

/**
 * Starts a server with options of its own, for tests of servers that the product must refuse.
 *
 * @param options - added to the command line
 */
export async function startBareMongod(...options: string[]): Promise<BareMongod> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-bare-'));
  const { path } = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
  const port = await freePort();
  const basics = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const mongod = spawn(path, [...basics, '--wiredTigerCacheSizeGB', '0.25', ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    mongod.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('"Waiting for connections"')) resolve();
    });
    mongod.once('close', () => {
      reject(new Error(said));
    });
  });
  return {
    host: `127.0.0.1:${port}`,
    stop: async () => {
      // Nothing of it is kept, so it need not end tidily.
      const ended = once(mongod, 'exit');
      mongod.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
