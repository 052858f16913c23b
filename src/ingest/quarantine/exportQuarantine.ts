import { open, rm, type FileHandle } from 'node:fs/promises';
import { collectionId } from '../../data/FactCollection.ts';
import type { Locale } from '../../errors/AppError.ts';
import { indexQuarantine, quarantineOf } from '../quarantine.ts';
import { unwritable } from '../unwritable.ts';
import { cellMask } from './cellMask.ts';
import { csvLine, ENTRY_COLUMN, REASON_COLUMN } from './correctionSheet.ts';
import { ENTRY_ORDER, entryFilter, type EntrySelection } from './entryFilter.ts';
import type { QuarantineStore } from './QuarantineStore.ts';
import { wordReason } from './wordReason.ts';

/** Lines that are written at once. */
const LINES = 1000;

/**
 * Writes the open rows of a collection to a CSV file for a clerk to correct in a spreadsheet: the columns of their files,
 * the row's id in front and the reasons beside it.
 *
 * Personal data are masked; a masked cell that comes back unchanged stands for what is stored.
 *
 * @param store - the collection
 * @param selection - which rows
 * @param path - a file that is not there yet
 * @param locale - the language of the reasons
 * @returns the number of rows; with none, no file is written
 * @throws IngestError INGEST_TARGET_EXISTS or INGEST_TARGET_UNWRITABLE
 */
export async function exportQuarantine(
  store: QuarantineStore,
  selection: Omit<EntrySelection, 'collection'>,
  path: string,
  locale: Locale,
): Promise<number> {
  await indexQuarantine(store.database);
  const columns = await columnsOfEntries(store, selection);
  if (columns === undefined) return 0;
  const file = await openNew(path);
  try {
    return await writeLines(file, linesOf(store, selection, columns, locale));
  } catch (error) {
    // Half a sheet would pass for a whole one.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** All columns of the rows, in the order of the first file that has them; `undefined` where there are no rows. */
async function columnsOfEntries(
  { database, collection }: QuarantineStore,
  selection: Omit<EntrySelection, 'collection'>,
): Promise<readonly string[] | undefined> {
  const headers = quarantineOf(database).aggregate<{ _id: readonly string[] }>([
    { $match: entryFilter({ ...selection, collection: collectionId(collection) }) },
    {
      $group: {
        _id: { $map: { input: { $objectToArray: '$cells' }, in: '$$this.k' } },
        batch: { $min: '$batch' },
        row: { $min: '$row' },
      },
    },
    { $sort: ENTRY_ORDER },
  ]);
  const found = await headers.toArray();
  // A sheet that was imported as if it were a file of its own has these two columns already.
  const own = [ENTRY_COLUMN, REASON_COLUMN];
  const columns = new Set(found.flatMap(({ _id: header }) => header).filter((column) => !own.includes(column)));
  return found.length === 0 ? undefined : [...columns];
}

async function* linesOf(
  { database, collection, profiles }: QuarantineStore,
  selection: Omit<EntrySelection, 'collection'>,
  columns: readonly string[],
  locale: Locale,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([ENTRY_COLUMN, REASON_COLUMN, ...columns])}`;
  const mask = cellMask(collection, profiles);
  const filter = entryFilter({ ...selection, collection: collectionId(collection) });
  for await (const entry of quarantineOf(database).find(filter).sort(ENTRY_ORDER)) {
    const reasons = entry.reasons.map((reason) => wordReason(reason, locale)).join('; ');
    const cells = mask(entry);
    yield csvLine([entry._id, reasons, ...columns.map((column) => cells[column] ?? '')]);
  }
}

/** @returns the lines behind the header */
async function writeLines(file: FileHandle, lines: AsyncIterable<string>): Promise<number> {
  let waiting: string[] = [];
  let written = -1;
  for await (const line of lines) {
    waiting.push(line);
    written += 1;
    if (waiting.length < LINES) continue;
    await file.appendFile(waiting.join(''));
    waiting = [];
  }
  await file.appendFile(waiting.join(''));
  return written;
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    throw unwritable(path, error);
  }
}
