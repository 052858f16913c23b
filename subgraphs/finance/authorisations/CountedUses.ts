import type { AnyBulkWriteOperation } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import { authorisationsOf, type AuthorisationDocument } from './AuthorisationDocument.ts';

interface Uses {
  readonly count: number;
  readonly lastUsedAt: Date;
}

/** How long a use is held in memory at most: what a process that is killed loses of the count. */
const HELD_MS = 5_000;

/**
 * Counts the uses of authorisations for many operations. Nothing depends on the count, so it is written every five seconds for all of them, and
 * before the database is let go. The audit log holds each use by itself, before its answer leaves.
 */
export class CountedUses {
  readonly #database: Pick<DepartmentDatabase, 'db'>;
  #held = new Map<string, Uses>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  /**
   * @param database - of the financial office
   */
  constructor(database: Pick<DepartmentDatabase, 'db'>) {
    this.#database = database;
  }

  /**
   * Counts a use.
   *
   * @param number - of the authorisation
   * @param at - when it was used
   */
  note(number: string, at: Date): void {
    this.#add(number, { count: 1, lastUsedAt: at });
  }

  /** Writes what is held. Never rejects: what could not be written is held on, and tried again. */
  async write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const held = this.#held;
    if (held.size === 0) return;
    this.#held = new Map();
    try {
      await authorisationsOf(this.#database).bulkWrite([...held].map(updateOf), { ordered: false });
    } catch {
      for (const [number, uses] of held) this.#add(number, uses);
    }
  }

  #add(number: string, { count, lastUsedAt }: Uses): void {
    const known = this.#held.get(number);
    const last = known === undefined || known.lastUsedAt < lastUsedAt ? lastUsedAt : known.lastUsedAt;
    this.#held.set(number, { count: count + (known?.count ?? 0), lastUsedAt: last });
    this.#timer ??= setTimeout(() => void this.write(), HELD_MS).unref();
  }
}

function updateOf([number, { count, lastUsedAt }]: readonly [
  string,
  Uses,
]): AnyBulkWriteOperation<AuthorisationDocument> {
  return { updateOne: { filter: { _id: number }, update: { $inc: { used: count }, $max: { lastUsedAt } } } };
}
