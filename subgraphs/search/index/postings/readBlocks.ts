import type { Filter } from 'mongodb';
import type { Generation } from '../Generation.ts';
import { visitBlock } from './packBlock.ts';
import { BLOCK_SIZE, type BlockDocument } from './PostingDocument.ts';

/**
 * Reads blocks of a frequent gram.
 *
 * @param generation - of the index
 * @param gram - the gram
 * @param share - 1 for all of them, less for the first ones
 */
export async function readBlocks(
  { blocks }: Generation,
  gram: string,
  share: number,
): Promise<readonly BlockDocument[]> {
  const ofGram: Filter<BlockDocument> = { _id: { $gt: `${gram}\n`, $lt: `${gram}\n~` } };
  if (share >= 1) return blocks.find(ofGram).toArray();
  const ids = await blocks.find(ofGram, { projection: { _id: 1 } }).toArray();
  return blocks
    .find(ofGram)
    .limit(Math.max(1, Math.floor(ids.length * share)))
    .toArray();
}

/**
 * Tells every number of a block.
 *
 * @param block - as stored
 * @param visit - is told each number in ascending order
 */
export function visitNumbers({ _id, numbers }: BlockDocument, visit: (number: number) => void): void {
  const base = Number(_id.slice(_id.lastIndexOf('\n') + 1)) * BLOCK_SIZE;
  visitBlock(numbers, (number) => {
    visit(base + number);
  });
}
