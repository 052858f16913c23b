/**
 * Operations that are being executed, whether or not their callers still wait. An HTTP server is closed as soon as its
 * connections are; databases must stay open until the work behind them is done too.
 */
export class OperationsInFlight {
  #count = 0;
  #onIdle: (() => void)[] = [];

  /**
   * Runs an operation and counts it as long as it takes.
   *
   * @param operation - what is executed
   */
  async track<T>(operation: () => Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await operation();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) for (const resolve of this.#onIdle.splice(0)) resolve();
    }
  }

  /** Waits until none is being executed. */
  async finished(): Promise<void> {
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => this.#onIdle.push(resolve));
  }
}
