import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Tells one process from every other that has had, or will have, the same number: numbers are used again, and in a
 * container the product is often number 1 in every life.
 *
 * @param pid - a process number
 * @returns a text that is equal only for the same process, or `undefined` where no such process lives (a dead one
 * whose parent has not noticed counts as dead)
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid);
}

/** Boot and start time in clock ticks since boot: field 22 of proc(5), counted after the name, which may hold blanks. */
async function identityFromProc(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()}/${String(fields[19])}`;
  } catch {
    return undefined;
  }
}

async function identityFromPs(pid: number): Promise<string | undefined> {
  const listed = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined);
  // Where there is no `ps`, as on Windows, the number alone has to do.
  return listed === undefined ? 'alive' : listed.stdout.trim() || undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it lives.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
