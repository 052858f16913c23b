import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { AuditHead } from './appendCheckpoint.ts';

const headSchema = z.object({ number: z.number().int().positive(), digest: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Reads the end of the sequence of checkpoints as it was last kept beside the database. Whoever cuts the end of the log off in the
 * database is found out by it.
 *
 * @param path - `DATA_DIR/audit.head.json`, or a copy that an auditor took
 * @returns undefined where there is no file
 * @throws Error where it holds something else
 */
export async function readHead(path: string): Promise<AuditHead | undefined> {
  try {
    return headSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The file ${path} holds no end of the audit log`, { cause: error });
  }
}

/**
 * Keeps the end of the sequence; a process that is behind does not put it back.
 *
 * @param path - `DATA_DIR/audit.head.json`
 * @param head - the end
 */
export async function keepHead(path: string, head: AuditHead): Promise<void> {
  const kept = await readHead(path);
  if (kept !== undefined && kept.number >= head.number) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(head)}\n`);
  await rename(draft, path);
}
