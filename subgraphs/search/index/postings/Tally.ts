/** Steps in which weights are told apart before the best are put in order. */
const STEPS = 1_024;

/** A number with what was found for it. */
interface Weighed {
  readonly number: number;
  readonly weight: number;
}

/** Whether a number may be among the best. */
export type Accepts = (number: number) => boolean;

/** The best numbers, highest sums first, and how many others there are. */
export interface BestNumbers {
  readonly numbers: number[];
  readonly others: number;
}

/**
 * Adds up how much was found for each number. One is made and used for everything, since clearing it costs no more than what was added;
 * nothing may be awaited between the first addition and the last question.
 */
export class Tally {
  #weights = new Float32Array(0);
  #touched = new Uint32Array(1_024);
  #count = 0;
  #most = 0;

  /** The highest sum so far; 0 where nothing was added. */
  get most(): number {
    return this.#most;
  }

  /** Begins again. */
  clear(): void {
    for (let at = 0; at < this.#count; at += 1) this.#weights[this.#numberAt(at)] = 0;
    this.#count = 0;
    this.#most = 0;
  }

  /**
   * Adds to the sum of a number.
   *
   * @param number - from 0
   * @param weight - above 0
   */
  add(number: number, weight: number): void {
    if (number >= this.#weights.length) this.#growTo(number + 1);
    const before = this.#weightOf(number);
    if (before === 0) this.#note(number);
    const sum = before + weight;
    this.#weights[number] = sum;
    if (sum > this.#most) this.#most = sum;
  }

  /**
   * The sum of a number.
   *
   * @param number - from 0
   * @returns 0 where nothing was added
   */
  sumOf(number: number): number {
    return this.#weightOf(number);
  }

  /**
   * Gives the numbers with the highest sums, highest first, equal ones in ascending order.
   *
   * @param limit - how many at most
   * @param least - the sum that they must have
   * @param accepts - whether a number may be among them; all unless given
   * @returns the numbers, and how many there are beside them
   */
  best(limit: number, least: number, accepts: Accepts = () => true): BestNumbers {
    const steps = new Uint32Array(STEPS + 1);
    let accepted = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const number = this.#numberAt(at);
      if (this.#weightOf(number) < least || !accepts(number)) continue;
      accepted += 1;
      const step = this.#stepOf(number);
      steps[step] = (steps[step] ?? 0) + 1;
    }
    let lowest = STEPS;
    for (let above = 0; lowest > 0; lowest -= 1) {
      above += steps[lowest] ?? 0;
      if (above >= limit) break;
    }
    const numbers = this.#from(lowest, limit, least, accepts)
      .sort((one, other) => other.weight - one.weight || one.number - other.number)
      .slice(0, limit)
      .map(({ number }) => number);
    return { numbers, others: accepted - numbers.length };
  }

  /** All above the lowest step, and of that one, which may hold very many, as many as may be needed. */
  #from(lowest: number, limit: number, least: number, accepts: Accepts): Weighed[] {
    const found: Weighed[] = [];
    let onLowest = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const number = this.#numberAt(at);
      const step = this.#stepOf(number);
      if (step < lowest || (step === lowest && onLowest >= limit)) continue;
      if (this.#weightOf(number) < least || !accepts(number)) continue;
      if (step === lowest) onLowest += 1;
      found.push({ number, weight: this.#weightOf(number) });
    }
    return found;
  }

  #stepOf(number: number): number {
    return Math.floor((this.#weightOf(number) / this.#most) * STEPS);
  }

  #weightOf(number: number): number {
    return this.#weights[number] ?? 0;
  }

  #numberAt(at: number): number {
    return this.#touched[at] ?? 0;
  }

  #note(number: number): void {
    if (this.#count === this.#touched.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#touched);
      this.#touched = larger;
    }
    this.#touched[this.#count] = number;
    this.#count += 1;
  }

  #growTo(length: number): void {
    const larger = new Float32Array(Math.max(length, this.#weights.length * 2, 65_536));
    larger.set(this.#weights);
    this.#weights = larger;
  }
}
