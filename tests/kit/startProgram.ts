import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { keepSaid } from './runLog.ts';

/** A program of a test, running in a process of its own, so that it can be killed. */
export interface StartedProgram {
  readonly process: ChildProcess;
  /** The first line that it has written to standard output. */
  readonly firstLine: string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const run = promisify(execFile);

/**
 * Bundles a TypeScript program, starts it and waits for its first line.
 *
 * @param entry - path of the program from the project's root
 * @param environment - variables to set beside those of this process
 * @throws Error with what it wrote to standard error, when it ends without a line
 */
export async function startProgram(entry: string, environment: NodeJS.ProcessEnv): Promise<StartedProgram> {
  const bundle = await bundleProgram(entry);
  return startBundle(bundle, environment).finally(() => rm(bundle));
}

/**
 * Starts a bundled program and waits for its first line.
 *
 * @param bundle - made by {@link bundleProgram}; it stays
 * @param environment - variables to set beside those of this process
 * @param words - its arguments
 * @throws Error with what it wrote to standard error, when it ends without a line
 */
export async function startBundle(
  bundle: string,
  environment: NodeJS.ProcessEnv,
  words: readonly string[] = [],
): Promise<StartedProgram> {
  const started = spawn(process.execPath, [bundle, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  started.stderr.on('data', (chunk: Buffer) => {
    keepSaid(chunk);
    said += chunk.toString();
  });
  const ended = once(started, 'exit');
  const firstLine = await new Promise<string>((resolve, reject) => {
    createInterface({ input: started.stdout }).once('line', resolve);
    started.once('close', () => {
      reject(new Error(said));
    });
  });
  return {
    process: started,
    firstLine,
    end: async (signal) => {
      started.kill(signal);
      await ended;
    },
  };
}

/**
 * Bundles a TypeScript program that is started more than once; whoever asks for it removes it.
 *
 * @param entry - path of the program from the project's root
 * @returns path of the bundle, below node_modules, so that it finds the packages that it leaves out
 */
export async function bundleProgram(entry: string): Promise<string> {
  const root = projectRoot();
  const name = `${basename(entry, '.ts')}-${randomUUID()}.mjs`;
  const bundle = join(root, 'node_modules', '.cache', 'credit-graph-tests', name);
  const esbuild = createRequire(import.meta.url).resolve('esbuild/bin/esbuild');
  const options = ['--bundle', '--platform=node', '--format=esm', '--packages=external', '--log-level=error'];
  await run(esbuild, [join(root, entry), ...options, `--outfile=${bundle}`]);
  return bundle;
}
