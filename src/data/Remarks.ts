import type { QualityFlag } from './fields/Field.ts';

/** Remarks on what a source printed that can not be found again in what is stored of it. */
export type LastingFlag = 'VALUE_SET_ASIDE' | 'CURRENCY_ASSUMED';

/** The columns that such remarks are about: the only way to know, later on, whether a correction gives them. */
export type FlaggedColumns = { readonly [Flag in LastingFlag]?: readonly string[] };

/** All of them. */
export const LASTING_FLAGS: readonly LastingFlag[] = ['VALUE_SET_ASIDE', 'CURRENCY_ASSUMED'];

/** Gathers what is to be remarked on one row while it is judged. */
export class Remarks {
  readonly #flags: Set<QualityFlag>;
  readonly #columns = new Map<LastingFlag, readonly string[]>();

  /**
   * @param flags - of every row of the source
   */
  constructor(flags: readonly QualityFlag[] = []) {
    this.#flags = new Set(flags);
  }

  /**
   * Adds remarks.
   *
   * @param flags - any may repeat
   * @param columns - what the lasting ones among them are about, where they are about columns
   */
  add(flags: readonly QualityFlag[], columns: readonly string[] = []): void {
    for (const flag of flags) {
      this.#flags.add(flag);
      const lasting = LASTING_FLAGS.find((one) => one === flag);
      if (lasting === undefined || columns.length === 0) continue;
      this.#columns.set(lasting, [...new Set([...(this.#columns.get(lasting) ?? []), ...columns])].sort());
    }
  }

  /** All remarks, in order. */
  get flags(): readonly QualityFlag[] {
    return [...this.#flags].sort();
  }

  /** What the lasting ones are about; undefined where there are none. */
  get columns(): FlaggedColumns | undefined {
    return this.#columns.size === 0 ? undefined : Object.fromEntries(this.#columns);
  }
}
