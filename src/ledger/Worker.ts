import type { Logger } from '../telemetry/logger.ts';

/** What a worker does, and when. */
export interface Work {
  /** For the log. */
  readonly name: string;
  /** Does all that there is to do; safe to be called again. */
  run(): Promise<void>;
  /** Longest pause between two runs, in milliseconds; a ring ends it. */
  readonly everyMs: number;
  readonly logger: Logger;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/** Runs work again and again, one run at a time: at once, whenever it is rung for, after a pause, and after a failure. */
export class Worker {
  readonly #work: Work;
  #isStopping = false;
  #isRung = false;
  #failures = 0;
  #wake: (() => void) | undefined;
  #waiting: (() => void)[] = [];
  readonly #ended: Promise<void>;

  /**
   * Starts at once.
   *
   * @param work - see {@link Work}
   */
  constructor(work: Work) {
    this.#work = work;
    this.#ended = this.#loop();
  }

  /** Has the work run, now or after the run that is going on. */
  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** Has the work run and waits until a run that began after the call is over; a failed run counts too. */
  async runOnce(): Promise<void> {
    if (this.#isStopping) return;
    const over = new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.ring();
    await over;
  }

  /** Lets the run that is going on finish and begins no other. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wake?.();
    await this.#ended;
  }

  async #loop(): Promise<void> {
    while (!this.#isStopping) {
      const waiting = this.#waiting.splice(0);
      this.#isRung = false;
      await this.#runSafely();
      for (const resolve of waiting) resolve();
      if (!this.#hasMore()) await this.#rest();
    }
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #runSafely(): Promise<void> {
    try {
      await this.#work.run();
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      // What stops is cut off from its database sooner or later; that is no fault.
      if (!this.#isStopping)
        this.#work.logger.error({ err: error, work: this.#work.name }, 'work failed; it is tried again');
    }
  }

  #hasMore(): boolean {
    return this.#isStopping || (this.#isRung && this.#failures === 0);
  }

  async #rest(): Promise<void> {
    const { everyMs } = this.#work;
    const retryMs = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LONGEST_RETRY_MS);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#failures === 0 ? everyMs : Math.min(everyMs, retryMs));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
