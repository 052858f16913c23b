import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { collectionId } from '../data/FactCollection.ts';
import type { SubgraphDefinition } from '../subgraph/Subgraph.ts';
import type { SampleSetting } from './SampleEnterprise.ts';
import { sampleRows, seededCollections } from './sampleRows.ts';

/** Text that is handed to the file at once. */
const BLOCK = 64 * 1_024;

/**
 * Writes the sample city to a file instead of a database: JSON Lines, a row each with its collection, such as
 * `{"collection":"registry.changes",…}`. The same setting gives the same bytes.
 *
 * @param subgraphs - the departments
 * @param setting - what decides the rows
 * @param path - compressed with gzip where it ends with `.gz`; a file that is there is replaced
 * @returns rows by collection
 * @throws Error of the system where the file can not be written
 */
export async function writeSample(
  subgraphs: readonly Pick<SubgraphDefinition, 'collections' | 'seed'>[],
  setting: SampleSetting,
  path: string,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const text = Readable.from(blocksOf(linesOf(subgraphs, setting, counts)));
  const file = createWriteStream(path);
  await (path.endsWith('.gz') ? pipeline(text, createGzip(), file) : pipeline(text, file));
  return counts;
}

function* linesOf(
  subgraphs: readonly Pick<SubgraphDefinition, 'collections' | 'seed'>[],
  setting: SampleSetting,
  counts: Record<string, number>,
): Generator<string> {
  for (const seeded of seededCollections(subgraphs)) {
    const collection = collectionId(seeded.collection);
    counts[collection] = 0;
    for (const { values } of sampleRows(seeded, setting)) {
      counts[collection] += 1;
      yield `${JSON.stringify({ collection, ...values })}\n`;
    }
  }
}

function* blocksOf(lines: Iterable<string>): Generator<string> {
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  yield block;
}
