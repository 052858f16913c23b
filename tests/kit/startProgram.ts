import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/config/projectRoot.ts';

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
  const bundle = await bundleOf(entry);
  const started = spawn(process.execPath, [bundle], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let said = '';
  started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(started, 'exit');
  const firstLine = await new Promise<string>((resolve, reject) => {
    createInterface({ input: started.stdout }).once('line', resolve);
    started.once('close', () => {
      reject(new Error(said));
    });
  }).finally(() => rm(bundle));
  return {
    process: started,
    firstLine,
    end: async (signal) => {
      started.kill(signal);
      await ended;
    },
  };
}

/** Below node_modules, so that the bundle finds the packages that it leaves out. */
async function bundleOf(entry: string): Promise<string> {
  const root = projectRoot();
  const name = `${basename(entry, '.ts')}-${randomUUID()}.mjs`;
  const bundle = join(root, 'node_modules', '.cache', 'credit-graph-tests', name);
  const esbuild = createRequire(import.meta.url).resolve('esbuild/bin/esbuild');
  const options = ['--bundle', '--platform=node', '--format=esm', '--packages=external', '--log-level=error'];
  await run(esbuild, [join(root, entry), ...options, `--outfile=${bundle}`]);
  return bundle;
}
