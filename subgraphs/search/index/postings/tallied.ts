import type { BlockDocument } from './PostingDocument.ts';
import { visitNumbers } from './readBlocks.ts';
import { Tally, type Accepts } from './Tally.ts';

/** A piece that some enterprise has. */
export interface FoundGram {
  readonly gram: string;
  /** How many have it. */
  readonly count: number;
  /** What it adds where it is found. */
  readonly worth: number;
  /** Absent where they lie in blocks. */
  readonly numbers: Uint32Array | undefined;
}

/** Blocks of a frequent piece. */
export interface FrequentGram {
  readonly worth: number;
  readonly blocks: readonly BlockDocument[];
}

/** Which numbers are wanted. */
export interface Wanted {
  readonly limit: number;
  /** Share of what the likeliest has that each must have. */
  readonly leastShare: number;
  readonly accepts: Accepts | undefined;
}

/** Numbers of enterprises, likeliest first. */
export interface FoundNumbers {
  readonly numbers: readonly number[];
  /** Whether there are others, less likely ones. */
  readonly isCut: boolean;
}

/** The same, with what was found for them. */
export interface TalliedNumbers extends FoundNumbers {
  /** For the likeliest of all, wanted or not. */
  readonly most: number;
  /** For the last of the numbers; 0 where there is none. */
  readonly last: number;
}

/** One for all questions: nothing is awaited between clearing and reading it. */
const tally = new Tally();

/**
 * Adds up what was found for each enterprise, and gives the likeliest.
 *
 * @param rare - pieces with all their numbers
 * @param frequent - pieces with the blocks that were read of them
 * @param wanted - see {@link Wanted}
 */
export function tallied(
  rare: readonly FoundGram[],
  frequent: readonly FrequentGram[],
  { limit, leastShare, accepts }: Wanted,
): TalliedNumbers {
  tally.clear();
  for (const { numbers = new Uint32Array(), worth } of rare) for (const number of numbers) tally.add(number, worth);
  for (const { blocks, worth } of frequent) {
    for (const block of blocks)
      visitNumbers(block, (number) => {
        tally.add(number, worth);
      });
  }
  const { numbers, others } = tally.best(limit, tally.most * leastShare, accepts);
  const lastNumber = numbers.at(-1);
  const last = lastNumber === undefined ? 0 : tally.sumOf(lastNumber);
  return { numbers, isCut: others > 0, most: tally.most, last };
}
