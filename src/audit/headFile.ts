import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AuditHead } from './appendCheckpoint.ts';

const headSchema = z.object({ number: z.number().int().positive(), digest: z.string().regex(/^[0-9a-f]{64}$/) });
/** One file for each end, named by its number, so that no process ever writes over another's. */
const NAMED = /^([1-9]\d*)\.json$/;

/**
 * Reads the end of the sequence of checkpoints as it was last kept beside the database. Whoever cuts the end of the log off in the
 * database is found out by it.
 *
 * @param path - the folder `DATA_DIR/audit.heads`, of which the last end counts, or a copy of one file that an auditor took
 * @returns undefined where there is none
 * @throws Error where a file holds something else
 */
export async function readHead(path: string): Promise<AuditHead | undefined> {
  for (;;) {
    const last = Math.max(0, ...((await numbersIn(path)) ?? []));
    const file = last === 0 ? path : fileOf(path, last);
    const text = await textOf(file);
    if (text !== undefined) return parsed(file, text);
    // A later end has taken its place meanwhile.
    if (last === 0) return undefined;
  }
}

/**
 * Keeps an end of the sequence, and takes those away that lie before it. Any number of processes may do so at once: only who knows a later
 * end removes an earlier one, so the last of them always stays.
 *
 * @param folder - `DATA_DIR/audit.heads`
 * @param head - the end
 */
export async function keepHead(folder: string, head: AuditHead): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify(head)}\n`);
  await rename(draft, fileOf(folder, head.number));
  const earlier = ((await numbersIn(folder)) ?? []).filter((number) => number < head.number);
  await Promise.all(earlier.map((number) => rm(fileOf(folder, number), { force: true })));
}

function fileOf(folder: string, number: number): string {
  return join(folder, `${number}.json`);
}

/** Numbers of the ends that are kept; undefined where the path is no folder. */
async function numbersIn(path: string): Promise<readonly number[] | undefined> {
  try {
    return (await readdir(path)).flatMap((name) => NAMED.exec(name)?.slice(1, 2).map(Number) ?? []);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT', 'EISDIR')) return undefined;
    throw error;
  }
}

function parsed(file: string, text: string): AuditHead {
  try {
    return headSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`The file ${file} holds no end of the audit log`, { cause: error });
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
