import { collectionId } from '../../data/FactCollection.ts';
import type { ImportTarget } from '../importRows.ts';
import { indexQuarantine, quarantineOf } from '../quarantine.ts';

/** The quarantined rows of a file that is read again: what became of them since is not undone by reading it. */
export class BatchEntries {
  readonly #target: ImportTarget;
  readonly #open: Set<number>;
  readonly #resolved: Set<number>;
  readonly #corrected: Set<number>;

  private constructor(target: ImportTarget, open: Set<number>, resolved: Set<number>, corrected: Set<number>) {
    this.#target = target;
    this.#open = open;
    this.#resolved = resolved;
    this.#corrected = corrected;
  }

  /**
   * Reads which rows of the file are in quarantine, or were; none where it is read for the first time.
   *
   * @param target - the file's
   */
  static async of(target: ImportTarget): Promise<BatchEntries> {
    const { database, collection, origin } = target;
    await indexQuarantine(database);
    const [open, resolved, corrected] = [new Set<number>(), new Set<number>(), new Set<number>()];
    const entries = quarantineOf(database).find(
      { collection: collectionId(collection), state: { $in: ['OPEN', 'RESOLVED'] }, batch: origin.batch },
      { projection: { row: 1, state: 1, original: 1 } },
    );
    for await (const { row, state, original } of entries) {
      (state === 'OPEN' ? open : resolved).add(row);
      if (state === 'RESOLVED' && original !== undefined) corrected.add(row);
    }
    return new BatchEntries(target, open, resolved, corrected);
  }

  /** Whether the row was brought in since, as it is or corrected: it waits for nobody any more. */
  isResolved(row: number): boolean {
    return this.#resolved.has(row);
  }

  /** Whether a clerk has replaced the row: what the file says of it does not count any more. */
  isCorrected(row: number): boolean {
    return this.#corrected.has(row);
  }

  /**
   * Notes that rows which were in quarantine are accepted by now.
   *
   * @param accepted - rows of the file and their facts; those that were never in quarantine do not count
   */
  async resolve(accepted: readonly { readonly row: number; readonly fact: string }[]): Promise<void> {
    const { database, origin } = this.#target;
    const notes = accepted
      .filter(({ row }) => this.#open.has(row))
      .map(({ row, fact }) => ({
        updateOne: {
          filter: { _id: `${origin.batch}:${row}`, state: 'OPEN' as const },
          update: {
            $set: {
              state: 'RESOLVED' as const,
              resolvedBy: origin.operator,
              resolvedAt: origin.receivedAt,
              fact,
            },
          },
        },
      }));
    if (notes.length > 0) await quarantineOf(database).bulkWrite(notes, { ordered: false });
  }
}
