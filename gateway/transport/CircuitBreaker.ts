/** When a breaker opens and how it closes. */
export interface BreakerOptions {
  /**
   * Asks the department the smallest thing there is.
   *
   * @returns whether it answered
   */
  readonly probe: () => Promise<boolean>;
  /** Failures in a row that open the breaker; 3 unless given. */
  readonly failures?: number;
  /** How long failures may last, in milliseconds, before the second one of them opens it; 1 s unless given. */
  readonly patienceMs?: number;
  /** How long after it has opened, and then after each probe, the department is asked again, in milliseconds; 500 unless given. */
  readonly probeAfterMs?: number;
}

/** Closed: requests are sent. Open: they are refused at once. Half open: so they are, while one probe is on its way. */
export type BreakerState = 'closed' | 'open' | 'half-open';

const FAILURES = 3;
const PATIENCE_MS = 1_000;
const PROBE_AFTER_MS = 500;

/**
 * Keeps requests away from a department that does not answer, so that callers wait for it no longer, and lets them pass
 * again by itself as soon as a probe is answered. No caller's request is used to try.
 */
export class CircuitBreaker {
  readonly #options: Required<BreakerOptions>;
  #state: BreakerState = 'closed';
  #failures = 0;
  #firstFailureAt = 0;
  #fault: unknown;
  #timer: NodeJS.Timeout | undefined;
  #isDisposed = false;

  /**
   * @param options - when it opens and how it closes
   */
  constructor(options: BreakerOptions) {
    this.#options = { failures: FAILURES, patienceMs: PATIENCE_MS, probeAfterMs: PROBE_AFTER_MS, ...options };
  }

  /** Whether requests are sent. */
  get state(): BreakerState {
    return this.#state;
  }

  /** What was wrong at last; of use only while it is not closed. */
  get fault(): unknown {
    return this.#fault;
  }

  /** Notes that the department answered: whatever was wrong is over. */
  succeeded(): void {
    if (this.#failures === 0) return;
    this.#failures = 0;
    this.#state = 'closed';
    clearTimeout(this.#timer);
  }

  /**
   * Notes that the department did not answer.
   *
   * @param fault - why
   */
  failed(fault: unknown): void {
    if (this.#failures === 0) this.#firstFailureAt = performance.now();
    this.#failures += 1;
    this.#fault = fault;
    const lastsLong = this.#failures > 1 && performance.now() - this.#firstFailureAt >= this.#options.patienceMs;
    if (this.#failures >= this.#options.failures || lastsLong) this.#open();
  }

  /**
   * Opens the breaker whatever was counted, for a department that is known not to answer.
   *
   * @param fault - why
   */
  trip(fault: unknown): void {
    this.#failures = Math.max(this.#failures, this.#options.failures);
    this.#fault = fault;
    this.#open();
  }

  /** Ends the probes, for good. */
  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  #open(): void {
    if (this.#state !== 'closed' || this.#isDisposed) return;
    this.#state = 'open';
    this.#probeLater();
  }

  #probeLater(): void {
    this.#timer = setTimeout(() => void this.#tryAgain(), this.#options.probeAfterMs).unref();
  }

  async #tryAgain(): Promise<void> {
    this.#state = 'half-open';
    const answers = await this.#options.probe();
    // A late answer may have closed it meanwhile, and a request that came after may have failed again.
    if (this.state !== 'half-open' || this.#isDisposed) return;
    if (answers) {
      this.succeeded();
    } else {
      this.#state = 'open';
      this.#probeLater();
    }
  }
}
