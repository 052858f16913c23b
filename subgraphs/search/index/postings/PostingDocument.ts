import type { Binary } from 'mongodb';

/**
 * Which enterprises have a gram. A rare gram is one document that holds all its numbers; one that has become frequent keeps its
 * count here, and its numbers by blocks in documents of their own, so that no write ever rewrites more than a block.
 */
export interface PostingDocument {
  /** The gram. */
  readonly _id: string;
  /** How many enterprises have it. */
  readonly count: number;
  /** Their numbers, as `packNumbers` packs them; absent where they lie in blocks. */
  readonly numbers?: Binary;
}

/** A block of a frequent gram's numbers. */
export interface BlockDocument {
  /** Made by `blockId`. */
  readonly _id: string;
  /** The numbers within the block, as `packBlock` packs them. */
  readonly numbers: Binary;
}

/** A gram that more enterprises than this have is kept in blocks. */
export const RARE_MOST = 4_096;

/** Numbers that share a block. */
export const BLOCK_SIZE = 65_536;

/**
 * Names a block of a gram.
 *
 * @param gram - the gram
 * @param block - number of the block, from 0
 */
export function blockId(gram: string, block: number): string {
  return `${gram}\n${block}`;
}
