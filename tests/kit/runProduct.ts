import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { mongodEnvironment } from './mongodConfig.ts';
import { keepSaid } from './runLog.ts';

/** The built command, as `npx credit-graph` runs it; `npm test` builds it first. */
const COMMAND = join(projectRoot(), 'dist', 'gateway', 'main.js');

/** All that is logged is kept for the end of the run. */
const LOGGING = { LOG_LEVEL: 'trace' } as const;
const LOG_LINE = /^\{"level":.*\n/gm;

/** What a command of the product left behind. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  /** What it wrote to standard error, without the log. */
  readonly err: string;
}

/**
 * Runs one command of the product in a process of its own.
 *
 * @param words - such as `['token', '--department', 'registry']`
 * @param environment - its settings; nothing of this process's own but what finds the database server
 * @param cwd - the folder it runs in
 */
export async function runProduct(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  cwd = projectRoot(),
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...mongodEnvironment(), ...LOGGING, ...environment }, maxBuffer: 1 << 26 };
    execFile(process.execPath, [COMMAND, ...words], options, (error, out, said) => {
      keepSaid(said);
      const err = said.replaceAll(LOG_LINE, '');
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
  });
}

/** A command of the product that runs, and may be killed. */
export interface SpawnedProduct {
  /** What it left behind, and the most memory that it had, in MB. */
  readonly ended: Promise<CommandResult & { readonly peakRssMb: number }>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const LOOK_MS = 100;

/**
 * Starts one command of the product and watches its memory.
 *
 * @param words - the command and what stands behind it
 * @param environment - its settings
 */
export function spawnProduct(words: readonly string[], environment: NodeJS.ProcessEnv): SpawnedProduct {
  const started = spawn(process.execPath, [COMMAND, ...words], {
    env: { ...mongodEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  started.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  let peakRssMb = 0;
  const looking = setInterval(() => {
    peakRssMb = Math.max(peakRssMb, peakRssOf(started.pid ?? 0));
  }, LOOK_MS);
  const ended = once(started, 'close').then(([code]) => {
    clearInterval(looking);
    return { code: (code as number | null) ?? -1, ...said, peakRssMb };
  });
  return {
    ended,
    async end(signal) {
      started.kill(signal);
      await ended;
    },
  };
}

/** The kernel keeps the highest value; 0 where the process is gone. */
function peakRssOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    return 0;
  }
}

/** The product, started by its own command. */
export interface StartedProduct {
  /** Where it listens. */
  readonly url: string;
  readonly pid: number;
  /** Sends a signal and waits for the end; null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts the product in a process of its own and waits until it listens.
 *
 * @param environment - its settings; the port is a free one
 * @param words - the command and what stands behind it
 * @throws Error with what it wrote to standard error, where it ends before
 */
export async function startProduct(
  environment: NodeJS.ProcessEnv,
  words: readonly string[] = ['start'],
): Promise<StartedProduct> {
  const started = spawn(process.execPath, [COMMAND, ...words], {
    env: { ...mongodEnvironment(), ...LOGGING, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  started.stderr.on('data', (chunk: Buffer) => {
    keepSaid(chunk);
    said += chunk.toString();
  });
  const ended = once(started, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: started.stdout }).on('line', (line) => {
      const found = /(http:\S+?)\/graphql/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    started.once('close', () => {
      reject(new Error(said));
    });
  });
  return {
    url,
    pid: started.pid ?? 0,
    async end(signal) {
      started.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
