import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/env.ts';
import { messageOf } from '../errors/messageOf.ts';
import type { FoundMongod, MissedMongod } from './FoundMongod.ts';
import { mongodVersion, PROGRAM_NAME } from './mongodVersion.ts';

/** Takes the program that an earlier run has fetched, unless it no longer runs here. */
export async function mongodInCache(config: Pick<Config, 'cacheDir'>): Promise<FoundMongod | MissedMongod> {
  const path = cachedMongod(config.cacheDir);
  try {
    return { path, from: 'cache', version: await mongodVersion(path) };
  } catch (error) {
    return { missed: `${path}: ${messageOf(error)}` };
  }
}

/**
 * Fetches a program into the cache folder, whole or not at all: it is fetched beside its place and moved there, so that
 * neither an abort nor two processes fetching at once leave half a program or other rubbish.
 *
 * @param fetch - puts the program somewhere into the given empty folder and says where; the folder is removed after it
 * @returns the program's place and version
 * @throws what `fetch` throws, and Error where the fetched program does not run on this machine
 */
export async function keepMongod(
  config: Pick<Config, 'cacheDir'>,
  fetch: (folder: string) => Promise<string>,
): Promise<Pick<FoundMongod, 'path' | 'version'>> {
  const path = cachedMongod(config.cacheDir);
  await mkdir(dirname(path), { recursive: true });
  const folder = await mkdtemp(join(dirname(path), `fetching-${randomUUID().slice(0, 8)}-`));
  try {
    const fetched = await fetch(folder);
    await chmod(fetched, 0o755);
    const version = await mongodVersion(fetched);
    await rename(fetched, path);
    return { path, version };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A home folder may be shared by machines of several kinds, so each kind has its own program. */
function cachedMongod(cacheDir: string): string {
  return join(cacheDir, 'mongod', `${process.platform}-${process.arch}`, PROGRAM_NAME);
}
