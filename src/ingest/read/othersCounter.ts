import { collectionOfLine } from './JsonlRows.ts';

const LF = 0x0a;
/** Bytes of a line that are looked at; a line that names a longer one is decoded. */
const HEAD = 128;

/**
 * Counts rows of other collections without decoding them: a file that holds all collections is read once for each of them, one after the
 * other, and most of it is not about the one that is read for.
 *
 * @param collection - that is read for, such as `registry.changes`
 * @returns tells how many lines a block has where each of them begins by naming another collection, else undefined
 */
export function othersCounter(collection: string): (block: Buffer) => number | undefined {
  /** The beginning of the last line whose collection was read: most lines begin as the one before. */
  let known = Buffer.alloc(0);
  const isOthers = (block: Buffer, from: number): boolean => {
    const end = from + known.length;
    if (end > from && end <= block.length && block.compare(known, 0, known.length, from, end) === 0) return true;
    const named = collectionOfLine(block.toString('latin1', from, from + HEAD));
    if (named === undefined || named === collection) return false;
    known = Buffer.from(`{"collection":"${named}"`);
    return true;
  };
  return (block) => {
    let lines = 0;
    for (let from = 0; from < block.length; lines += 1) {
      if (!isOthers(block, from)) return undefined;
      from = block.indexOf(LF, from) + 1 || block.length;
    }
    return lines;
  };
}
