import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The oldest release whose transactions, change streams and operators the product relies on. */
export const MINIMUM_VERSION = '6.0';

/** File name of the server program on this operating system. */
export const PROGRAM_NAME = process.platform === 'win32' ? 'mongod.exe' : 'mongod';

const run = promisify(execFile);

/**
 * Asks a `mongod` program for its version, which also proves that it runs on this machine.
 *
 * @param path - the program's file
 * @returns the version, such as `6.0.5`
 * @throws Error with a reason for users: the program is missing, does not run here, is no mongod, or is too old
 */
export async function mongodVersion(path: string): Promise<string> {
  const { stdout } = await run(path, ['--version'], { timeout: 20_000 }).catch((error: unknown) => {
    throw new Error(reasonOf(error), { cause: error });
  });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version === undefined) throw new Error('it is not a MongoDB server');
  if (!isSupported(version)) throw new Error(`its version is ${version}; at least ${MINIMUM_VERSION} is needed`);
  return version;
}

/**
 * Whether a MongoDB release is new enough.
 *
 * @param version - dotted numbers, such as `6.0.5`
 */
export function isSupported(version: string): boolean {
  return Number.parseInt(version, 10) >= Number.parseInt(MINIMUM_VERSION, 10);
}

/** A missing shared library is told on standard error; everything else by the system's error code. */
function reasonOf(error: unknown): string {
  const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'it may not be executed by this user';
  const said = stderr.trim().split('\n')[0] ?? '';
  return said === '' ? `it does not run on this machine (${String(code)})` : said;
}
