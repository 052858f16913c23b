import type { Generation } from '../Generation.ts';
import type { WeightedGram } from '../gramsOf.ts';
import { visitBlock } from './packBlock.ts';
import { unpackNumbers } from './packNumbers.ts';
import { BLOCK_SIZE, RARE_MOST, type BlockDocument, type PostingDocument } from './PostingDocument.ts';
import { storedPostings, type ReadPostings } from './readPostings.ts';
import { Tally, type Accepts } from './Tally.ts';

/** What is looked for in the postings. */
export interface SoughtGrams {
  readonly grams: readonly WeightedGram[];
  /** Pieces that must be there: of each group one. */
  readonly filters: readonly (readonly string[])[];
  /** An enterprise that has less of it than this share of what the likeliest has is none; nobody is left out unless given. */
  readonly leastShare?: number;
}

/** Numbers of enterprises, likeliest first. */
export interface FoundNumbers {
  readonly numbers: readonly number[];
  /** Whether there are others, less likely ones. */
  readonly isCut: boolean;
}

/** Pieces that are looked at: more are in no name, but somebody may type a page. */
const GRAMS_MOST = 80;
/** Numbers of frequent pieces that one question reads at most. */
const FREQUENT_MOST = 100_000;
/** The same where filters hold, since what does not pass them is of no use. */
const FILTERED_MOST = 1_000_000;
/** Share of what could be found at best that makes reading frequent pieces needless. */
const ENOUGH = 0.5;
/** A piece that a single one of so many enterprises has says this many bits. */
const BITS_MOST = 21;

const tally = new Tally();

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
  { grams, filters, leastShare = 0 }: SoughtGrams,
  limit: number,
  read: ReadPostings = storedPostings(generation),
): Promise<FoundNumbers> {
  const asked = grams.slice(0, GRAMS_MOST);
  const names = [...new Set([...asked.map(({ gram }) => gram), ...filters.flat()])];
  const stored = await read(names);
  const byGram = new Map(stored.map((posting) => [posting._id, posting]));
  const found = asked.flatMap((one) => foundGram(one, byGram.get(one.gram)));
  const rare = found.filter(({ numbers }) => numbers !== undefined);
  const groups = filters.map((group) => group.flatMap((gram) => byGram.get(gram) ?? []));
  const members = await Promise.all(groups.map((group) => membersOf(generation, group)));
  const accepts: Accepts = (number) => members.every((set) => set.has(number));
  const wanted = { limit, leastShare, accepts };
  const possible = found.reduce((sum, { worth }) => sum + worth, 0);
  const first = tallied(rare, [], wanted);
  if (first.most >= possible * ENOUGH || rare.length === found.length) return first;
  const most = filters.length === 0 ? FREQUENT_MOST : FILTERED_MOST;
  const frequent = found.filter(({ numbers }) => numbers === undefined).sort((one, other) => one.count - other.count);
  return tallied(rare, await readFrequent(generation, frequent, most), wanted);
}

/** A piece that some enterprise has. */
interface FoundGram {
  readonly gram: string;
  readonly count: number;
  /** What it adds where it is found. */
  readonly worth: number;
  /** Absent where they lie in blocks. */
  readonly numbers: Uint32Array | undefined;
}

/** Which of the numbers are wanted. */
interface Wanted {
  readonly limit: number;
  readonly leastShare: number;
  readonly accepts: Accepts;
}

/** Blocks of a frequent piece. */
interface FrequentGram {
  readonly worth: number;
  readonly blocks: readonly BlockDocument[];
}

function foundGram({ gram, weight }: WeightedGram, posting: PostingDocument | undefined): readonly FoundGram[] {
  if (posting === undefined || posting.count === 0) return [];
  const { count, numbers } = posting;
  const worth = weight * Math.max(1, BITS_MOST - Math.log2(count));
  return [{ gram, count, worth, numbers: numbers === undefined ? undefined : unpackNumbers(numbers) }];
}

function tallied(
  rare: readonly FoundGram[],
  frequent: readonly FrequentGram[],
  { limit, leastShare, accepts }: Wanted,
): FoundNumbers & { readonly most: number } {
  tally.clear();
  for (const { numbers = new Uint32Array(), worth } of rare) for (const number of numbers) tally.add(number, worth);
  for (const { blocks, worth } of frequent) {
    for (const block of blocks)
      visitNumbers(block, (number) => {
        tally.add(number, worth);
      });
  }
  const { numbers, others } = tally.best(limit, tally.most * leastShare, accepts);
  return { numbers, isCut: others > 0, most: tally.most };
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

async function readBlocks({ blocks }: Generation, gram: string, share: number): Promise<readonly BlockDocument[]> {
  const found = blocks.find({ _id: { $gt: `${gram}\n`, $lt: `${gram}\n~` } });
  if (share === 1) return found.toArray();
  const ids = await blocks.find({ _id: { $gt: `${gram}\n`, $lt: `${gram}\n~` } }, { projection: { _id: 1 } }).toArray();
  return found.limit(Math.max(1, Math.floor(ids.length * share))).toArray();
}

function visitNumbers({ _id, numbers }: BlockDocument, visit: (number: number) => void): void {
  const base = Number(_id.slice(_id.lastIndexOf('\n') + 1)) * BLOCK_SIZE;
  visitBlock(numbers, (number) => {
    visit(base + number);
  });
}

/** Numbers that have one of some pieces, however many they are: a filter must hold for all that is found. */
async function membersOf(generation: Generation, group: readonly PostingDocument[]): Promise<NumberSet> {
  const set = new NumberSet();
  const blocks = await Promise.all(
    group.map(({ _id, count, numbers }) =>
      numbers === undefined && count > RARE_MOST ? readBlocks(generation, _id, 1) : Promise.resolve([]),
    ),
  );
  for (const { numbers } of group)
    if (numbers !== undefined)
      unpackNumbers(numbers).forEach((number) => {
        set.add(number);
      });
  for (const block of blocks.flat())
    visitNumbers(block, (number) => {
      set.add(number);
    });
  return set;
}

/** A set of numbers, a bit for each. */
class NumberSet {
  #bits = new Uint8Array(8_192);

  add(number: number): void {
    const at = number >> 3;
    if (at >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (number & 7));
  }

  has(number: number): boolean {
    return ((this.#bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }
}
