import type { AnyBulkWriteOperation, Collection, OptionalUnlessRequiredId } from 'mongodb';
import type { Generation } from '../Generation.ts';
import { changeBlock } from './packBlock.ts';
import { packNumbers, unpackNumbers } from './packNumbers.ts';
import type { PostingChange } from './PostingChanges.ts';
import { BLOCK_SIZE, blockId, RARE_MOST, type BlockDocument, type PostingDocument } from './PostingDocument.ts';

/** Documents that are read and written at once. */
const CHUNK = 5_000;

/**
 * Writes changes into the postings; the same changes again change nothing. One process at a time does it for a generation.
 *
 * @param generation - whose postings
 * @param changes - by gram
 */
export async function writePostings(
  generation: Generation,
  changes: ReadonlyMap<string, PostingChange>,
): Promise<void> {
  // In the order in which they lie, so that neighbours are written together.
  const grams = [...changes.keys()].sort();
  for (let from = 0; from < grams.length; from += CHUNK) {
    const some = grams.slice(from, from + CHUNK).map((gram) => [gram, changes.get(gram) ?? NO_CHANGE] as const);
    await writeChunk(generation, new Map(some));
  }
}

const NO_CHANGE: PostingChange = { added: [], removed: [] };

async function writeChunk(
  { postings, blocks }: Generation,
  changes: ReadonlyMap<string, PostingChange>,
): Promise<void> {
  const stored = await postings.find({ _id: { $in: [...changes.keys()] } }).toArray();
  const byGram = new Map(stored.map((posting) => [posting._id, posting]));
  const rare: PostingDocument[] = [];
  const frequent: PostingDocument[] = [];
  const inBlocks = new Map<string, BlockChange>();
  for (const [gram, change] of changes) {
    const { count = 0, numbers } = byGram.get(gram) ?? {};
    if (count > RARE_MOST) {
      frequent.push({ _id: gram, count });
      spread(gram, change, inBlocks);
      continue;
    }
    const all = changed(numbers === undefined ? [] : unpackNumbers(numbers), change);
    if (all.length <= RARE_MOST) rare.push({ _id: gram, count: all.length, numbers: packNumbers(all) });
    else {
      rare.push({ _id: gram, count: all.length });
      spread(gram, { added: all, removed: [] }, inBlocks);
    }
  }
  // Blocks first: as long as a posting has none, it is read as it was.
  const growth = await writeBlocks(blocks, inBlocks);
  const grown = frequent.map(({ _id, count }) => ({
    _id,
    count: Math.max(count + (growth.get(_id) ?? 0), RARE_MOST + 1),
  }));
  await storeAll(postings, [...rare, ...grown], byGram);
}

/** What changes in one block. */
interface BlockChange {
  readonly added: number[];
  readonly removed: number[];
}

/** Tells apart which block each number belongs to. */
function spread(gram: string, { added, removed }: PostingChange, into: Map<string, BlockChange>): void {
  const ofGram = new Map<number, BlockChange>();
  const changeAt = (number: number): BlockChange => {
    const block = Math.floor(number / BLOCK_SIZE);
    const known = ofGram.get(block);
    if (known !== undefined) return known;
    const change: BlockChange = { added: [], removed: [] };
    ofGram.set(block, change);
    into.set(blockId(gram, block), change);
    return change;
  };
  for (const number of added) changeAt(number).added.push(number % BLOCK_SIZE);
  for (const number of removed) changeAt(number).removed.push(number % BLOCK_SIZE);
}

/** Blocks that are read and written at once: each may have some thousand bytes. */
const BLOCKS = 1_000;

/** Tells by how much each gram has grown. */
async function writeBlocks(
  blocks: Collection<BlockDocument>,
  changes: ReadonlyMap<string, BlockChange>,
): Promise<ReadonlyMap<string, number>> {
  const growths = new Map<string, number>();
  const all = [...changes];
  for (let from = 0; from < all.length; from += BLOCKS) {
    const some = all.slice(from, from + BLOCKS);
    const stored = await blocks.find({ _id: { $in: some.map(([id]) => id) } }).toArray();
    const byId = new Map(stored.map((block) => [block._id, block]));
    const documents = some.map(([_id, { added, removed }]): BlockDocument => {
      const { numbers, growth } = changeBlock(byId.get(_id)?.numbers, added, removed);
      const gram = _id.slice(0, _id.lastIndexOf('\n'));
      growths.set(gram, (growths.get(gram) ?? 0) + growth);
      return { _id, numbers };
    });
    await storeAll(blocks, documents, byId);
  }
  return growths;
}

function changed(numbers: Iterable<number>, { added, removed }: PostingChange): number[] {
  const after = new Set(numbers);
  for (const number of removed) after.delete(number);
  for (const number of added) after.add(number);
  return [...after].sort((left, right) => left - right);
}

/** What is new is inserted, which takes a third of the time of finding out that it is. */
async function storeAll<Stored extends PostingDocument | BlockDocument>(
  collection: Collection<Stored>,
  documents: readonly Stored[],
  known: ReadonlyMap<string, Stored>,
): Promise<void> {
  const fresh = documents.filter(({ _id }) => !known.has(_id));
  const replaced = documents.filter(({ _id }) => known.has(_id));
  if (fresh.length > 0) await collection.insertMany(fresh as OptionalUnlessRequiredId<Stored>[], { ordered: false });
  const operations = replaced.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement } }));
  if (operations.length > 0)
    await collection.bulkWrite(operations as AnyBulkWriteOperation<Stored>[], { ordered: false });
}
