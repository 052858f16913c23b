import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { fromDayNumber, toDayNumber, type LocalDate } from '../values/localDate.ts';
import { textHash } from './textHash.ts';

/** Random choices that are the same for the same name: nothing of the sample depends on what was drawn before. */
export class Chance {
  readonly #generator;

  /**
   * @param name - what the choices are for, such as seed, collection and number of the enterprise
   */
  constructor(name: string) {
    this.#generator = xoroshiro128plus(textHash(name));
  }

  /** A whole number, both ends possible. */
  int(from: number, to: number): number {
    return uniformInt(this.#generator, from, to);
  }

  /** True with a probability from 0 to 1. */
  isTrue(probability: number): boolean {
    return uniformFloat64(this.#generator) < probability;
  }

  /** A number from 0 (possible) to 1 (not possible). */
  fraction(): number {
    return uniformFloat64(this.#generator);
  }

  /**
   * One of a list, each as likely as the others.
   *
   * @throws RangeError where the list is empty
   */
  pick<T>(list: readonly T[]): T {
    return this.weighted(list, () => 1);
  }

  /**
   * One of a list, by weights that need not add up to anything.
   *
   * @throws RangeError where the list is empty
   */
  weighted<T>(list: readonly T[], weightOf: (entry: T) => number): T {
    const total = list.reduce((sum, entry) => sum + weightOf(entry), 0);
    let left = this.fraction() * total;
    const chosen = list.find((entry) => (left -= weightOf(entry)) < 0) ?? list.at(-1);
    if (chosen === undefined) throw new RangeError('Nothing to choose from.');
    return chosen;
  }

  /** A day, both ends possible; the first where the ends are reversed. */
  day(from: LocalDate, to: LocalDate): LocalDate {
    return to <= from ? from : fromDayNumber(this.int(toDayNumber(from), toDayNumber(to)));
  }

  /** How often something that happens `mean` times on average happens: the nearest whole numbers only. */
  count(mean: number): number {
    return Math.floor(mean) + (this.isTrue(mean % 1) ? 1 : 0);
  }
}
