import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { foldName } from '../../../subgraphs/search/names/foldName.ts';

/** Pairs of characters that more names have are passed over. */
const COMMON = 30_000;

/** Names in memory, found by the pairs of characters that they share. */
export class NameIndex {
  readonly #targets: readonly MatchTarget[];
  readonly #postings = new Map<string, number[]>();
  readonly #scores: Float32Array;

  /** @param targets - all that can be found */
  constructor(targets: readonly MatchTarget[]) {
    this.#targets = targets;
    this.#scores = new Float32Array(targets.length);
    targets.forEach(({ name }, number) => {
      for (const gram of gramsOf(name)) {
        const posting = this.#postings.get(gram);
        if (posting === undefined) this.#postings.set(gram, [number]);
        else posting.push(number);
      }
    });
  }

  /**
   * Finds the names that share most with one.
   *
   * @param name - any name
   * @param limit - how many at most
   */
  candidates(name: string, limit: number): readonly MatchTarget[] {
    const touched: number[] = [];
    for (const gram of gramsOf(name)) {
      const posting = this.#postings.get(gram) ?? [];
      if (posting.length > COMMON) continue;
      const weight = Math.log(this.#targets.length / (posting.length + 1)) * (gram.length === 1 ? 0.5 : 1);
      for (const number of posting) {
        if (this.#scores[number] === 0) touched.push(number);
        this.#scores[number] = (this.#scores[number] ?? 0) + weight;
      }
    }
    const best = touched.toSorted((a, b) => (this.#scores[b] ?? 0) - (this.#scores[a] ?? 0)).slice(0, limit);
    for (const number of touched) this.#scores[number] = 0;
    return best.flatMap((number) => this.#targets[number] ?? []);
  }
}

function gramsOf(name: string): ReadonlySet<string> {
  const folded = foldName(name);
  const grams = new Set<string>();
  for (let at = 0; at < folded.length; at += 1) grams.add(folded.charAt(at)).add(folded.slice(at, at + 2));
  return grams;
}
