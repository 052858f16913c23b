import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { READY, type Answer, type Usage } from './answerParent.ts';

/** A program of the benchmark in a process of its own. */
export interface Child {
  /** What it said when it was ready, such as the address that it listens on. */
  readonly info: unknown;
  /**
   * Asks it something.
   *
   * @throws Error with what went wrong in it
   */
  ask<Result>(call: string, argument?: unknown): Promise<Result>;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** How programs are started. */
export interface ChildOptions {
  /** Variables to set beside those of this process. */
  readonly environment: NodeJS.ProcessEnv;
  /** Folder that a processor profile of each program is written to, when it ends. */
  readonly profileFolder?: string | undefined;
  /** What tells its profile from those of the same program; the program's name unless given. */
  readonly label?: string;
  /** Flags of Node beside those that the benchmark needs. */
  readonly flags?: readonly string[];
}

/**
 * Starts a program of the folder `programs` and waits until it is ready.
 *
 * @param program - its name
 * @param options - variables, and whether it is profiled
 * @throws Error when it ends before it is ready
 */
export async function startChild(
  program: string,
  { environment, profileFolder, label = program, flags = [] }: ChildOptions,
): Promise<Child> {
  const file = fileURLToPath(new URL(`../programs/${program}.js`, import.meta.url));
  const profiling =
    profileFolder === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`, `--cpu-prof-name=${label}.cpuprofile`];
  const child = fork(file, {
    env: { ...process.env, ...environment },
    execArgv: ['--enable-source-maps', ...flags, ...profiling],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const ended = once(child, 'exit');
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.once('exit', () => {
    for (const [id, settle] of waiting) settle({ id, failure: `${program} ended` });
  });
  const answered = async (id: number): Promise<unknown> => {
    const answer = await new Promise<Answer>((resolve) => waiting.set(id, resolve));
    if (answer.failure !== undefined) throw new Error(`${program}: ${answer.failure}`);
    return answer.result;
  };
  const info = await answered(READY);
  let last = READY;
  const ask = async <Result>(call: string, argument: unknown = null): Promise<Result> => {
    const id = (last += 1);
    const answer = answered(id);
    child.send({ id, call, argument });
    return (await answer) as Result;
  };
  return {
    info,
    ask,
    usage: () => ask<Usage>('usage'),
    stop: async () => {
      if (child.exitCode === null) child.send({ id: -1, call: 'stop', argument: null });
      await ended;
    },
  };
}
