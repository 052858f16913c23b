/** What changes at one gram: numbers of enterprises that have it no more, taken out first, and of those that have it now. */
export interface PostingChange {
  readonly added: Iterable<number>;
  readonly removed: Iterable<number>;
}

interface Noted {
  /** A set where something was taken out of it. */
  added: number[] | Set<number>;
  removed: number[] | undefined;
}

/** Collects changes of postings until they are written: the more at once, the seldomer a posting is written again. */
export class PostingChanges {
  #changes = new Map<string, Noted>();
  #size = 0;

  /** How many changes are held. */
  get size(): number {
    return this.#size;
  }

  /**
   * Notes that an enterprise has a gram.
   *
   * @param gram - the gram
   * @param number - of the enterprise
   */
  add(gram: string, number: number): void {
    const { added } = this.#noted(gram);
    if (added instanceof Set) added.add(number);
    else added.push(number);
    this.#size += 1;
  }

  /**
   * Notes that an enterprise has a gram no more, also where it was noted before that it has.
   *
   * @param gram - the gram
   * @param number - of the enterprise
   */
  remove(gram: string, number: number): void {
    const noted = this.#noted(gram);
    const added = noted.added instanceof Set ? noted.added : new Set(noted.added);
    added.delete(number);
    noted.added = added;
    (noted.removed ??= []).push(number);
    this.#size += 1;
  }

  /** Gives all changes by gram and begins again. */
  take(): ReadonlyMap<string, PostingChange> {
    const taken = new Map<string, PostingChange>();
    for (const [gram, { added, removed = [] }] of this.#changes) taken.set(gram, { added, removed });
    this.#changes = new Map();
    this.#size = 0;
    return taken;
  }

  #noted(gram: string): Noted {
    const known = this.#changes.get(gram);
    if (known !== undefined) return known;
    const noted: Noted = { added: [], removed: undefined };
    this.#changes.set(gram, noted);
    return noted;
  }
}
