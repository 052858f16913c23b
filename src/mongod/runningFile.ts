import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { processIdentity } from './processIdentity.ts';

const runningProcess = z.object({ pid: z.number().int(), identity: z.string() });

const running = z.object({
  /** Connection string of the database. */
  uri: z.string(),
  mongod: runningProcess,
  /** The process that started the database and will stop it. */
  owner: runningProcess,
  /** Whether the owner is the product, which stays, or a command, which leaves when it is done. */
  kind: z.enum(['product', 'command']),
  /** When the database was started, ISO 8601. */
  started: z.string(),
});

/** What `DATA_DIR/running.json` says of the database that serves this folder. */
export type Running = z.infer<typeof running>;

/** A process with what tells it from later ones of the same number. */
export type RunningProcess = z.infer<typeof runningProcess>;

/**
 * Reads who serves a data folder; the processes may be long dead.
 *
 * @returns `undefined` where there is no file, or none that this release understands
 */
export async function readRunning(dataDir: string): Promise<Running | undefined> {
  try {
    return running.parse(JSON.parse(await readFile(runningFile(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Announces the database of a data folder to commands, readable by this user only. */
export async function writeRunning(dataDir: string, content: Running): Promise<void> {
  const beside = `${runningFile(dataDir)}.${content.owner.pid}`;
  await writeFile(beside, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  await rename(beside, runningFile(dataDir));
}

/** Takes the announcement back. */
export async function removeRunning(dataDir: string): Promise<void> {
  await rm(runningFile(dataDir), { force: true });
}

/** Whether exactly this process still lives. */
export async function lives(one: RunningProcess): Promise<boolean> {
  return (await processIdentity(one.pid)) === one.identity;
}

function runningFile(dataDir: string): string {
  return join(dataDir, 'running.json');
}
