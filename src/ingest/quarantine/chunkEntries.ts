import type { QuarantinedRow } from '../quarantine.ts';

/** Most rows that are written at once, as in imports. */
const MOST = 1000;

/**
 * Gathers quarantined rows that can be judged and written together: neighbours of the same file with the same columns.
 *
 * @param entries - in the order of files
 */
export async function* chunkEntries(
  entries: AsyncIterable<QuarantinedRow> | Iterable<QuarantinedRow>,
): AsyncGenerator<readonly [QuarantinedRow, ...QuarantinedRow[]]> {
  let chunk: [QuarantinedRow, ...QuarantinedRow[]] | undefined;
  let kind = '';
  for await (const entry of entries) {
    const next = JSON.stringify([entry.batch, Object.keys(entry.cells)]);
    if (chunk !== undefined && next === kind && chunk.length < MOST) {
      chunk.push(entry);
      continue;
    }
    if (chunk !== undefined) yield chunk;
    chunk = [entry];
    kind = next;
  }
  if (chunk !== undefined) yield chunk;
}
