import type { HttpReply } from './postJson.ts';

/** Identical reads that are on their way at the same time, sent once. Nothing is kept beyond the answer. */
export class SharedReads {
  readonly #underWay = new Map<string, Promise<HttpReply>>();

  /**
   * Waits for the read that is on its way, or sends it.
   *
   * @param key - all that the answer depends on, the caller's rights included
   * @param send - sends it
   * @returns status and text, which each caller reads for itself: answers are changed while they are joined
   */
  async ask(key: string, send: () => Promise<HttpReply>): Promise<HttpReply> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const sent = send().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, sent);
    return sent;
  }
}
