import type { RawRow } from './RowSource.ts';
import type { TextBlock } from './TextBlocks.ts';

/** Turns the blocks of one text file, in order, into rows. */
export interface RowReader {
  /** Column names; `undefined` until the first readable row has been seen. */
  readonly header: readonly string[] | undefined;
  /** Reads the rows that end in this block; faulty ones are returned even before the header is known. */
  read(block: TextBlock): RawRow[];
  /** Reads what is left behind the last block. */
  end(): RawRow[];
}
