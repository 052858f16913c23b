import { CHECKPOINT_EVERY } from '../chain/checkpoints.ts';
import type { Finding } from './ChainCheck.ts';

/** How long after an entry was appended its checkpoint may be on its way: the product signs every five seconds. */
const GRACE_MS = 15_000;

/** Keeps count of the checkpoints that have to be there: one at every thousandth entry. */
export class DueCheckpoints {
  readonly #liveAt: Date | undefined;
  readonly #seen = new Set<number>([0]);
  /** Where checkpoints begin to be due only later, in a ledger that grows. */
  #firstPending = Number.POSITIVE_INFINITY;

  /**
   * @param liveAt - the instant of the check where it is of a ledger that grows meanwhile; undefined for a file
   */
  constructor(liveAt: Date | undefined) {
    this.#liveAt = liveAt;
  }

  /**
   * Takes note of an entry.
   *
   * @param seq - its number
   * @param time - when it was appended, ISO 8601
   */
  entry(seq: number, time: string): void {
    if (seq % CHECKPOINT_EVERY !== 0 || this.#liveAt === undefined) return;
    if (Date.parse(time) > this.#liveAt.getTime() - GRACE_MS) this.#firstPending = Math.min(this.#firstPending, seq);
  }

  /**
   * Takes note of a checkpoint, also of a wrong one: that is a finding of its own.
   *
   * @param seq - number of its entry
   */
  checkpoint(seq: number): void {
    if (seq % CHECKPOINT_EVERY === 0) this.#seen.add(seq);
  }

  /**
   * Tells which are missing; those that follow one another are one finding.
   *
   * @param head - number of the last entry
   */
  missing(head: number): readonly Finding[] {
    const end = Math.min((Math.floor(head / CHECKPOINT_EVERY) + 1) * CHECKPOINT_EVERY, this.#firstPending);
    const seen = [...this.#seen].filter((seq) => seq < end).sort((one, other) => one - other);
    return seen.flatMap((seq, at): Finding[] => {
      const first = seq + CHECKPOINT_EVERY;
      const last = (seen[at + 1] ?? end) - CHECKPOINT_EVERY;
      if (last < first) return [];
      return [{ problem: 'CHECKPOINT_MISSING', seq: first, ...(last > first ? { to: last } : {}) }];
    });
  }
}
