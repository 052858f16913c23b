import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory: thousands of small databases are made and dropped there in a third of the time. */
const IN_MEMORY = '/dev/shm';
/** What a run needs at most, with room to spare; where there is less, the disk is used. */
const NEEDED_BYTES = 8 * 2 ** 30;
const NAME = /^credit-graph-tests-(\d+)-/;

/**
 * Makes the folder that a run of the tests keeps all its files in, in memory where there is room; what runs left there that were broken off is
 * removed.
 */
export async function testFolder(): Promise<string> {
  const base = (await hasRoom(IN_MEMORY)) ? IN_MEMORY : tmpdir();
  const left = (await readdir(base)).filter((name) => isOfEnded(NAME.exec(name)?.[1]));
  await Promise.all(left.map((name) => rm(join(base, name), { recursive: true, force: true })));
  return mkdtemp(join(base, `credit-graph-tests-${process.pid}-`));
}

async function hasRoom(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= NEEDED_BYTES;
}

function isOfEnded(pid: string | undefined): boolean {
  if (pid === undefined) return false;
  try {
    return !process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
