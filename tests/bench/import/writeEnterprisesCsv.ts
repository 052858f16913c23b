import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { columnsOf } from '../../../src/data/envelopeFields.ts';
import type { SampleSetting } from '../../../src/sample/SampleEnterprise.ts';
import { sampleRows, type SeededCollection } from '../../../src/sample/sampleRows.ts';

/**
 * Writes rows of the sample city as a file like those that departments send: one row for each enterprise, Chinese headers.
 *
 * @param path - the file
 * @param seeded - a collection and how its rows are made
 * @param setting - how many enterprises, and what they follow from
 */
export async function writeEnterprisesCsv(
  path: string,
  seeded: SeededCollection,
  setting: SampleSetting,
): Promise<void> {
  await pipeline(Readable.from(linesOf(seeded, setting)), createWriteStream(path));
}

function* linesOf(seeded: SeededCollection, setting: SampleSetting): Generator<string> {
  const columns = columnsOf(seeded.collection);
  yield lineOf(columns.map(([, { title }]) => title));
  for (const { values } of sampleRows(seeded, setting)) yield lineOf(columns.map(([name]) => values[name] ?? ''));
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
