import type { RawRow } from './RowSource.ts';

/** Rows handed on at a time: enough that waiting costs nothing, few enough to hold several in memory. */
const CHUNK_SIZE = 1000;

/**
 * Evens out how many rows come at a time.
 *
 * @param batches - rows as they were read
 * @returns chunks of exactly 1,000 rows; the last may be smaller
 */
export async function* chunkRows(batches: AsyncIterable<readonly RawRow[]>): AsyncGenerator<readonly RawRow[]> {
  let held: readonly RawRow[] = [];
  for await (const batch of batches) {
    held = held.length === 0 ? batch : [...held, ...batch];
    let from = 0;
    for (; held.length - from >= CHUNK_SIZE; from += CHUNK_SIZE) yield held.slice(from, from + CHUNK_SIZE);
    held = held.slice(from);
  }
  if (held.length > 0) yield held;
}
