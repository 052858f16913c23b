import { Binary } from 'mongodb';
import { ownBytes } from './packNumbers.ts';
import { BLOCK_SIZE } from './PostingDocument.ts';

const BITMAP_BYTES = BLOCK_SIZE / 8;
/** Two bytes for each number take less than a bitmap below this. */
const LISTED_BELOW = BITMAP_BYTES / 2;

/** A block that was changed, and by how many numbers it has grown. */
export interface ChangedBlock {
  readonly numbers: Binary;
  readonly growth: number;
}

/**
 * Adds numbers to a block and takes others out. It is packed with two bytes for each number, or as a bitmap where there are many.
 *
 * @param packed - as stored; undefined where there is none yet
 * @param added - within the block, from 0
 * @param removed - within the block
 */
export function changeBlock(
  packed: Binary | undefined,
  added: Iterable<number>,
  removed: Iterable<number>,
): ChangedBlock {
  const bitmap = new Uint8Array(BITMAP_BYTES);
  let before = 0;
  let count = 0;
  const set = (number: number): void => {
    const bit = 1 << (number & 7);
    const byte = bitmap[number >> 3] ?? 0;
    if ((byte & bit) === 0) count += 1;
    bitmap[number >> 3] = byte | bit;
  };
  if (packed !== undefined) visitBlock(packed, set);
  before = count;
  for (const number of removed) {
    const bit = 1 << (number & 7);
    const byte = bitmap[number >> 3] ?? 0;
    if ((byte & bit) !== 0) count -= 1;
    bitmap[number >> 3] = byte & ~bit;
  }
  for (const number of added) set(number);
  return { numbers: packBitmap(bitmap, count), growth: count - before };
}

/**
 * Tells every number of a packed block.
 *
 * @param packed - as stored
 * @param visit - is told each number within the block, in ascending order
 */
export function visitBlock(packed: Binary, visit: (number: number) => void): void {
  const bytes = ownBytes(packed);
  if (bytes.byteLength < BITMAP_BYTES) {
    for (const number of new Uint16Array(bytes)) visit(number);
    return;
  }
  const words = new Uint32Array(bytes);
  for (let at = 0; at < words.length; at += 1) {
    for (let bits = words[at] ?? 0; bits !== 0; bits &= bits - 1) visit(at * 32 + 31 - Math.clz32(bits & -bits));
  }
}

function packBitmap(bitmap: Uint8Array<ArrayBuffer>, count: number): Binary {
  if (count >= LISTED_BELOW) return new Binary(bitmap);
  const whole = new Binary(bitmap);
  const list = new Uint16Array(count);
  let at = 0;
  visitBlock(whole, (number) => {
    list[at] = number;
    at += 1;
  });
  return new Binary(new Uint8Array(list.buffer));
}
