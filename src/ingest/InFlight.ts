/** Work on batches that runs side by side, at most so many, and never two on the same facts. */
export class InFlight {
  readonly #limit: number;
  readonly #running = new Map<Promise<void>, ReadonlySet<string>>();
  #failure: { readonly error: unknown } | undefined;

  /**
   * @param limit - most batches at once
   */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Starts work as soon as there is room and no running work holds one of its ids.
   *
   * @param ids - the facts it will write
   * @param work - writes them
   * @throws whatever earlier work failed with, once no work is running
   */
  async start(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    for (;;) {
      await this.#rethrow();
      const blocking = this.#blocking(ids);
      if (blocking === undefined) break;
      await blocking;
    }
    const running: Promise<void> = work()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(running));
    this.#running.set(running, new Set(ids));
  }

  /**
   * Waits for all work.
   *
   * @throws whatever any of it failed with
   */
  async finish(): Promise<void> {
    await Promise.all(this.#running.keys());
    await this.#rethrow();
  }

  #blocking(ids: readonly string[]): Promise<unknown> | undefined {
    if (this.#running.size >= this.#limit) return Promise.race(this.#running.keys());
    for (const [running, held] of this.#running) {
      if (ids.some((id) => held.has(id))) return running;
    }
    return undefined;
  }

  async #rethrow(): Promise<void> {
    if (this.#failure === undefined) return;
    // Whoever hears of the failure may close the database, so nothing may be writing any more.
    await Promise.all(this.#running.keys());
    throw this.#failure.error;
  }
}
