import { CircuitBreaker } from './CircuitBreaker.ts';

/**
 * Keeps requests of a department in this process from waiting for a database that is known not to answer: once one of them has waited in
 * vain, the database is asked the smallest thing there is, and while it does not answer that either, no request waits for it.
 */
export class DatabaseBreaker {
  readonly #breaker: CircuitBreaker;
  readonly #answers: () => Promise<boolean>;
  #suspicion: Promise<void> | undefined;

  /**
   * @param answers - asks the department's database whether it is there; must not take long
   */
  constructor(answers: () => Promise<boolean>) {
    this.#answers = answers;
    this.#breaker = new CircuitBreaker({ probe: answers });
  }

  /** Why nothing is asked at the moment; undefined where it may be. */
  get fault(): unknown {
    return this.#breaker.state === 'closed' ? undefined : this.#breaker.fault;
  }

  /**
   * Notes that the database could not be reached by a request. One lost connection proves nothing, so it is asked once more.
   *
   * @param fault - what the request failed with
   */
  suspect(fault: unknown): void {
    this.#suspicion ??= this.#look(fault).finally(() => (this.#suspicion = undefined));
  }

  /** Ends the probes, for good. */
  dispose(): void {
    this.#breaker.dispose();
  }

  async #look(fault: unknown): Promise<void> {
    if (!(await this.#answers())) this.#breaker.trip(fault);
  }
}
