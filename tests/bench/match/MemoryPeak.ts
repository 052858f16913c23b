const LOOK_MS = 200;

/** Watches how much memory this process takes. */
export class MemoryPeak {
  /** Bytes at the beginning. */
  readonly before = process.memoryUsage().rss;
  #most = this.before;
  readonly #timer = setInterval(() => {
    this.#look();
  }, LOOK_MS);

  /** Gives the most bytes that it took at one time. */
  stop(): number {
    clearInterval(this.#timer);
    this.#look();
    return this.#most;
  }

  #look(): void {
    this.#most = Math.max(this.#most, process.memoryUsage().rss);
  }
}
