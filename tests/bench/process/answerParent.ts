/** What a program of the benchmark can be asked, by name. */
export type Calls = Readonly<Record<string, (argument: never) => unknown>>;

/** A question of the parent. */
export interface Question {
  readonly id: number;
  readonly call: string;
  readonly argument: unknown;
}

/** The answer to a question, or what went wrong. */
export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly failure?: string;
}

/** What a process has used since it started. */
export interface Usage {
  /** Processor time of the process, its threads included, in milliseconds. */
  readonly cpuMs: number;
  /** Most memory that it ever held, in megabytes. */
  readonly peakMb: number;
}

/** The id by which a program says that it is ready. */
export const READY = 0;

/**
 * Answers the process that started this one until it says `stop`.
 *
 * @param calls - what can be asked beside `usage`
 * @param info - handed over with the message that this program is ready
 * @param close - frees what the program holds
 */
export function answerParent(calls: Calls, info: unknown, close: () => Promise<unknown>): void {
  const all: Calls = { ...calls, usage };
  const answer = (message: Answer): void => void process.send?.(message);
  process.on('message', ({ id, call, argument }: Question) => {
    if (call === 'stop') {
      // Leaving by `exit` writes a profile where one is taken.
      void close().finally(() => process.exit());
      return;
    }
    const work = all[call] as ((argument: unknown) => unknown) | undefined;
    Promise.resolve(argument)
      .then(work)
      .then(
        (result) => {
          answer({ id, result });
        },
        (error: unknown) => {
          answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        },
      );
  });
  answer({ id: READY, result: info });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1_000, peakMb: process.resourceUsage().maxRSS / 1_024 };
}
