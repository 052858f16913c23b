import { setTimeout as pause } from 'node:timers/promises';
import type { HttpAnswer } from './askOver.ts';

/** What a load is made of. */
export interface LoadOptions {
  /** Asks one read; tells what is wrong with the answer, or nothing. */
  readonly read: () => Promise<string | undefined>;
  /** Sends one write. */
  readonly write: (number: number) => Promise<HttpAnswer>;
  readonly readers: number;
}

/** What became of the requests of a load. */
export interface LoadResult {
  readonly reads: number;
  /** What was wrong with single reads. */
  readonly failedReads: readonly string[];
  /** Ids of facts whose writing was acknowledged, by the number of the write. */
  readonly acknowledged: ReadonlyMap<number, string>;
  /** Writes that were answered with a code that says to try again. */
  readonly retryable: number;
  /** Writes that were answered otherwise. */
  readonly failedWrites: readonly string[];
}

/** Between two requests of one client: starting processes needs the processors, too. */
const PAUSE_MS = 25;

/** Reads and writes until it is told to end, each client one request at a time. */
export class MixedLoad {
  readonly #options: LoadOptions;
  readonly #running: Promise<void>[];
  readonly #result = {
    reads: 0,
    failedReads: [] as string[],
    acknowledged: new Map<number, string>(),
    retryable: 0,
    failedWrites: [] as string[],
  };
  #isEnding = false;
  #number = 0;

  /**
   * Starts at once.
   *
   * @param options - see {@link LoadOptions}
   */
  constructor(options: LoadOptions) {
    this.#options = options;
    const readers = Array.from({ length: options.readers }, () => this.#repeat(() => this.#read()));
    this.#running = [...readers, this.#repeat(() => this.#write())];
  }

  /** Waits for that many more reads. */
  async goOn(reads: number): Promise<void> {
    const wanted = this.#result.reads + reads;
    while (this.#result.reads < wanted) await pause(20);
  }

  /** Ends after what is under way. */
  async end(): Promise<LoadResult> {
    this.#isEnding = true;
    await Promise.all(this.#running);
    return this.#result;
  }

  async #repeat(step: () => Promise<void>): Promise<void> {
    while (!this.#isEnding) {
      await step();
      await pause(PAUSE_MS);
    }
  }

  async #read(): Promise<void> {
    const fault = await this.#options.read().catch(String);
    this.#result.reads += 1;
    if (fault !== undefined) this.#result.failedReads.push(fault);
  }

  async #write(): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    const reply = await this.#options
      .write(number)
      .catch((error: unknown): HttpAnswer => ({ status: 0, errors: [{ extensions: { code: String(error) } }] }));
    const written = Object.values(reply.data ?? {})[0] as { readonly id: string | null } | null | undefined;
    if (typeof written?.id === 'string') this.#result.acknowledged.set(number, written.id);
    else if (reply.errors?.some(({ extensions }) => extensions['retryable'] === true)) this.#result.retryable += 1;
    else this.#result.failedWrites.push(JSON.stringify(reply));
  }
}
