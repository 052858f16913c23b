import { randomUUID } from 'node:crypto';
import type { LedgerDatabase } from './chain/LedgerDatabase.ts';

/** How long a lease holds without being renewed; a process that was killed is followed by another after that. */
const TERM_MS = 4_000;
/** Renewed when less than this is left, so that work between two renewals may take that long. */
const RENEW_BELOW_MS = 2_500;

/**
 * The right to do some work, held by one process at a time. Its end is judged by the server's clock; the holder itself counts from
 * before it asked, so it stops before another can begin.
 *
 * What is done under it must bear being done by two for a moment all the same: a process can be halted in the middle of a step.
 */
export class Lease {
  readonly #leases: LedgerDatabase['leases'];
  readonly #name: string;
  readonly #holder: string;
  #heldUntil = 0;
  #asking: Promise<boolean> | undefined;

  /**
   * @param ledger - where leases are kept
   * @param name - of the work
   * @param holder - who holds it; one of its own unless given
   */
  constructor({ leases }: Pick<LedgerDatabase, 'leases'>, name: string, holder: string = randomUUID()) {
    this.#leases = leases;
    this.#name = name;
    this.#holder = holder;
  }

  /** Whether the lease is held at this moment, without asking the server. */
  get isHeld(): boolean {
    return performance.now() < this.#heldUntil;
  }

  /** Takes the lease, or renews it where it would end soon; false where another process has it. */
  async hold(): Promise<boolean> {
    if (this.#heldUntil - performance.now() > RENEW_BELOW_MS) return true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Gives the lease back, so that another process need not wait for its end. */
  async release(): Promise<void> {
    this.#heldUntil = 0;
    await this.#leases.deleteOne({ _id: this.#name, holder: this.#holder });
  }

  async #ask(): Promise<boolean> {
    const asked = performance.now();
    // A missing end comes before every time, so a lease that nobody ever had is free.
    const isFree = { $or: [{ $eq: ['$holder', this.#holder] }, { $lt: ['$until', '$$NOW'] }] };
    const holder = { $cond: [isFree, this.#holder, '$holder'] };
    const until = { $cond: [isFree, { $add: ['$$NOW', TERM_MS] }, '$until'] };
    const lease = await this.#leases.findOneAndUpdate({ _id: this.#name }, [{ $set: { holder, until } }], {
      upsert: true,
      returnDocument: 'after',
      writeConcern: { w: 'majority' },
    });
    if (lease?.holder !== this.#holder) return false;
    this.#heldUntil = asked + TERM_MS;
    return true;
  }
}
