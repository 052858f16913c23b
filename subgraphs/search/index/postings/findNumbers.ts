import type { Generation } from '../Generation.ts';
import type { WeightedGram } from '../gramsOf.ts';
import { findCommon } from './findCommon.ts';
import { unpackNumbers } from './packNumbers.ts';
import type { PostingDocument } from './PostingDocument.ts';
import { readBlocks } from './readBlocks.ts';
import { storedPostings, type ReadPostings } from './readPostings.ts';
import type { Accepts } from './Tally.ts';
import { tallied, type FoundGram, type FoundNumbers, type FrequentGram } from './tallied.ts';

/** What is looked for in the postings. */
export interface SoughtGrams {
  readonly grams: readonly WeightedGram[];
  /** Who may be found; all unless given. */
  readonly accepts?: Accepts | undefined;
  /** An enterprise that has less of it than this share of what the likeliest has is none; nobody is left out unless given. */
  readonly leastShare?: number;
}

/** Pieces that are looked at: more are in no name, but somebody may type a page. */
const GRAMS_MOST = 80;
/** Numbers of frequent pieces that one question reads at most. */
const FREQUENT_MOST = 100_000;
/** The same where not everybody may be found, since the others are of no use. */
const FILTERED_MOST = 1_000_000;
/** Share of what could be found at best that makes reading frequent pieces needless. */
const ENOUGH = 0.5;
/** A piece that a single one of so many enterprises has says this many bits. */
const BITS_MOST = 21;

/**
 * Finds the enterprises that have most in common with what is looked for. Rare pieces come first; the frequent ones are read only
 * where the rare ones do not tell, and never more than a bounded number.
 *
 * @param generation - of the index
 * @param sought - see {@link SoughtGrams}
 * @param limit - how many numbers at most
 * @param read - reads postings; several questions at once may share one reading
 */
export async function findNumbers(
  generation: Generation,
  { grams, accepts, leastShare = 0 }: SoughtGrams,
  limit: number,
  read: ReadPostings = storedPostings(generation),
): Promise<FoundNumbers> {
  const asked = grams.slice(0, GRAMS_MOST);
  const stored = await read(asked.map(({ gram }) => gram));
  const byGram = new Map(stored.map((posting) => [posting._id, posting]));
  const found = asked.flatMap((one) => foundGram(one, byGram.get(one.gram)));
  const rare = found.filter(({ numbers }) => numbers !== undefined);
  const frequent = found.filter(({ numbers }) => numbers === undefined).sort((one, other) => one.count - other.count);
  const wanted = { limit, leastShare, accepts };
  const common = rare.length === 0 && frequent.length > 0 ? await findCommon(generation, frequent, wanted) : undefined;
  if (common !== undefined) return common;
  const first = tallied(rare, [], wanted);
  const possible = found.reduce((sum, { worth }) => sum + worth, 0);
  if (frequent.length === 0 || (rare.length > 0 && first.most >= possible * ENOUGH)) return first;
  const most = accepts === undefined ? FREQUENT_MOST : FILTERED_MOST;
  return tallied(rare, await readFrequent(generation, frequent, most), wanted);
}

function foundGram({ gram, weight }: WeightedGram, posting: PostingDocument | undefined): readonly FoundGram[] {
  if (posting === undefined || posting.count === 0) return [];
  const { count, numbers } = posting;
  const worth = weight * Math.max(1, BITS_MOST - Math.log2(count));
  return [{ gram, count, worth, numbers: numbers === undefined ? undefined : unpackNumbers(numbers) }];
}

async function readFrequent(
  generation: Generation,
  grams: readonly FoundGram[],
  most: number,
): Promise<readonly FrequentGram[]> {
  let left = most;
  const reads: Promise<FrequentGram>[] = [];
  for (const { gram, count, worth } of grams) {
    if (left <= 0) break;
    // Of a piece that is too frequent only some blocks are read: some that have it are found, as good as others.
    const share = Math.min(1, left / count);
    left -= count;
    reads.push(readBlocks(generation, gram, share).then((blocks) => ({ worth, blocks })));
  }
  return Promise.all(reads);
}
