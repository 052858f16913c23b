import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { childEnvironment } from '../config/childEnvironment.ts';
import type { Config } from '../config/env.ts';
import { messageOf } from '../errors/messageOf.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { FoundMongod, MissedMongod } from './FoundMongod.ts';
import { keepMongod } from './mongodInCache.ts';

/** One release for all machines, so that a data folder can move between them. */
const VERSION = '7.0.40';
/** A download that brings nothing for so long is given up: a closed network often swallows packets silently. */
const PATIENCE_MS = 5_000;

/** The library's own downloader. It runs in a process of its own, where it can be ended and may print what it likes. */
const DOWNLOAD = `require(process.argv[1]).postInstallEnsureBinary(undefined, true)`;

/**
 * Downloads the official build for this operating system with mongodb-memory-server-core. Its own variables for mirrors
 * (`MONGOMS_DOWNLOAD_MIRROR`) hold.
 *
 * @param patienceMs - how long a download may bring nothing before it is given up
 */
export async function mongodFromOfficialBuild(
  config: Pick<Config, 'cacheDir'>,
  log: Logger,
  patienceMs: number = PATIENCE_MS,
): Promise<FoundMongod | MissedMongod> {
  log.info({ version: VERSION }, 'downloading the official MongoDB server');
  try {
    const kept = await keepMongod(config, async (folder) => {
      await endIfStalled(startDownload(folder), folder, patienceMs);
      return await downloadedProgram(folder);
    });
    return { ...kept, from: 'official build' };
  } catch (error) {
    return { missed: `official build ${VERSION}: ${messageOf(error)}` };
  }
}

function startDownload(folder: string): ChildProcess {
  const downloader = createRequire(import.meta.url).resolve('mongodb-memory-server-core/lib/util/postinstallHelper.js');
  return spawn(process.execPath, ['-e', DOWNLOAD, downloader], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: childEnvironment({
      MONGOMS_VERSION: VERSION,
      MONGOMS_DOWNLOAD_DIR: folder,
      MONGOMS_MD5_CHECK: 'true',
      // The library counts attempts here.
      MONGOMS_MAX_RETRIES: '1',
      MONGOMS_DISABLE_POSTINSTALL: 'false',
      MONGOMS_SYSTEM_BINARY: undefined,
      // The library verifies certificates only when npm is told to in so many words.
      npm_config_strict_ssl: 'true',
    }),
  });
}

/** Waits for a download for as long as the files in its folder grow. */
async function endIfStalled(download: ChildProcess, folder: string, patienceMs: number): Promise<void> {
  let size = 0;
  let grewAt = Date.now();
  let said = '';
  download.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const watch = setInterval(() => {
    void folderSize(folder).then((now) => {
      if (now !== size) grewAt = Date.now();
      size = now;
      if (Date.now() - grewAt > patienceMs) download.kill('SIGKILL');
    });
  }, 250);
  try {
    const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
      download.once('error', reject);
      download.once('close', (_code, endedBy) => {
        resolve(endedBy);
      });
    });
    if (signal !== null) throw new Error(`the download brought nothing for ${patienceMs / 1000} s`);
    if (said !== '') throw new Error(said.trim().split('\n').at(-1)?.trim());
  } finally {
    clearInterval(watch);
  }
}

async function folderSize(folder: string): Promise<number> {
  const files = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    files.map((file) =>
      stat(join(folder, file)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function downloadedProgram(folder: string): Promise<string> {
  const program = (await readdir(folder)).find((file) => file.endsWith(VERSION) || file.endsWith(`${VERSION}.exe`));
  if (program === undefined) throw new Error('the download brought no server program');
  return join(folder, program);
}
