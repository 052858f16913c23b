import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { Generation } from '../Generation.ts';
import { changeBlock } from './packBlock.ts';
import { packNumbers, unpackNumbers } from './packNumbers.ts';
import { BLOCK_SIZE, blockId, RARE_MOST, type BlockDocument, type PostingDocument } from './PostingDocument.ts';

/** What changes at one gram: numbers of enterprises that have it now, and of those that have it no more. */
export interface PostingChange {
  readonly added: Set<number>;
  readonly removed: Set<number>;
}

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
  const grams = [...changes];
  for (let from = 0; from < grams.length; from += CHUNK) {
    await writeChunk(generation, new Map(grams.slice(from, from + CHUNK)));
  }
}

async function writeChunk(
  { postings, blocks }: Generation,
  changes: ReadonlyMap<string, PostingChange>,
): Promise<void> {
  const stored = await postings.find({ _id: { $in: [...changes.keys()] } }).toArray();
  const byGram = new Map(stored.map((posting) => [posting._id, posting]));
  const rare: PostingDocument[] = [];
  const frequent: PostingDocument[] = [];
  const inBlocks = new Map<string, PostingChange>();
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
      spread(gram, { added: new Set(all), removed: new Set() }, inBlocks);
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

/** Tells apart which block each number belongs to. */
function spread(gram: string, { added, removed }: PostingChange, into: Map<string, PostingChange>): void {
  for (const number of added) blockOf(gram, number, into).added.add(number % BLOCK_SIZE);
  for (const number of removed) blockOf(gram, number, into).removed.add(number % BLOCK_SIZE);
}

function blockOf(gram: string, number: number, into: Map<string, PostingChange>): PostingChange {
  const id = blockId(gram, Math.floor(number / BLOCK_SIZE));
  const block = into.get(id) ?? { added: new Set(), removed: new Set() };
  into.set(id, block);
  return block;
}

/** Tells by how much each gram has grown. */
async function writeBlocks(
  blocks: Collection<BlockDocument>,
  changes: ReadonlyMap<string, PostingChange>,
): Promise<ReadonlyMap<string, number>> {
  const growths = new Map<string, number>();
  if (changes.size === 0) return growths;
  const stored = await blocks.find({ _id: { $in: [...changes.keys()] } }).toArray();
  const byId = new Map(stored.map((block) => [block._id, block]));
  const documents = [...changes].map(([_id, { added, removed }]): BlockDocument => {
    const { numbers, growth } = changeBlock(byId.get(_id)?.numbers, added, removed);
    const gram = _id.slice(0, _id.lastIndexOf('\n'));
    growths.set(gram, (growths.get(gram) ?? 0) + growth);
    return { _id, numbers };
  });
  await storeAll(blocks, documents, byId);
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
  const operations = documents.map(({ _id, ...replacement }) =>
    known.has(_id)
      ? { replaceOne: { filter: { _id }, replacement } }
      : { insertOne: { document: { _id, ...replacement } } },
  );
  if (operations.length > 0)
    await collection.bulkWrite(operations as AnyBulkWriteOperation<Stored>[], { ordered: false });
}
