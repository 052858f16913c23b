import { collectionId } from '../../data/FactCollection.ts';
import { IngestError } from '../../errors/IngestError.ts';
import { todayInShanghai } from '../../values/localDate.ts';
import { ImportTally } from '../ImportReport.ts';
import { quarantineOf, type QuarantinedRow } from '../quarantine.ts';
import { checkGzip } from '../read/checkGzip.ts';
import { openRows } from '../read/openRows.ts';
import type { RawRow } from '../read/RowSource.ts';
import { cellMask, type CellMask } from './cellMask.ts';
import { chunkEntries } from './chunkEntries.ts';
import { correctEntry, type CorrectedEntry } from './correctEntry.ts';
import { ENTRY_COLUMN } from './correctionSheet.ts';
import type { Settling } from './entryTarget.ts';
import { outdatedRows } from './outdatedRows.ts';
import type { QuarantineStore } from './QuarantineStore.ts';
import { settleEntries } from './settleEntries.ts';
import { settleReport, type SettleReport } from './SettleReport.ts';

/** What became of a correction sheet. */
export interface ReplaceReport extends SettleReport {
  /** Rows of the sheet whose quarantined row was brought in before. */
  readonly resolvedBefore: number;
  /** Rows of the sheet that name no quarantined row of the collection, by number. */
  readonly unknown: readonly number[];
  /** Rows of the sheet that name a row which an earlier one names too, by number; the earlier one counts. */
  readonly repeated: readonly number[];
  /** Rows of the sheet that can not be read, by number; what they stand for stays in quarantine as it is. */
  readonly unreadable: readonly number[];
}

interface Sheet {
  readonly header: readonly string[];
  readonly idAt: number;
  readonly mask: CellMask;
  readonly seen: Set<string>;
  readonly unknown: number[];
  readonly repeated: number[];
  readonly unreadable: number[];
  resolvedBefore: number;
}

/**
 * Takes a correction sheet back: each of its rows replaces the quarantined row that it names, and is judged and written as a row
 * of the file that it came in with. Accepted rows are resolved, the others stay with their new cells and reasons.
 *
 * The same sheet again changes nothing.
 *
 * @param store - the collection
 * @param path - CSV or XLSX, as `exportQuarantine` wrote it
 * @param settling - who replaces
 * @throws IngestError where the sheet can not be read or has no column of ids, before anything is written
 */
export async function replaceQuarantined(
  store: QuarantineStore,
  path: string,
  settling: Settling,
): Promise<ReplaceReport> {
  await checkGzip(path);
  const source = await openRows(path);
  try {
    const collection = collectionId(store.collection);
    const sheet = sheetOf(store, source.name, source.header);
    const tally = new ImportTally(todayInShanghai(settling.now), store.collection.department);
    let superseded = 0;
    for await (const rows of source.rows) {
      const corrected = await correctRows(store, sheet, rows);
      const untouched = corrected.filter(({ isChanged }) => !isChanged).map(({ entry }) => entry);
      const inOrder = corrected.map(({ entry }) => entry).sort(byFileAndRow);
      for await (const chunk of chunkEntries(inOrder)) {
        const outdated = outdatedRows(
          store,
          untouched.filter(({ batch }) => batch === chunk[0].batch),
        );
        superseded += await settleEntries(store, chunk, settling, tally, outdated);
      }
    }
    const { resolvedBefore, unknown, repeated, unreadable } = sheet;
    return { ...settleReport(collection, tally, superseded), resolvedBefore, unknown, repeated, unreadable };
  } finally {
    source.close();
  }
}

function sheetOf({ collection, profiles }: QuarantineStore, file: string, given: readonly string[]): Sheet {
  const header = given.map((column) => column.trim());
  const idAt = header.indexOf(ENTRY_COLUMN);
  if (idAt === -1) {
    throw new IngestError('INGEST_COLUMNS_MISSING', {
      file,
      collection: collectionId(collection),
      columns: ENTRY_COLUMN,
    });
  }
  const mask = cellMask(collection, profiles);
  return { header, idAt, mask, seen: new Set(), unknown: [], repeated: [], unreadable: [], resolvedBefore: 0 };
}

async function correctRows(
  { database, collection }: QuarantineStore,
  sheet: Sheet,
  rows: readonly RawRow[],
): Promise<readonly CorrectedEntry[]> {
  const named = rows.map((row) => ({ row, id: row.fault === null ? (row.cells[sheet.idAt] ?? '').trim() : undefined }));
  const ids = named.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const found = quarantineOf(database).find({ _id: { $in: ids }, collection: collectionId(collection) });
  const kept = new Map((await found.toArray()).map((entry) => [entry._id, entry]));
  return named.flatMap(({ row, id }) => {
    if (id === undefined) sheet.unreadable.push(row.number);
    else if (sheet.seen.has(id)) sheet.repeated.push(row.number);
    else return correctRow(sheet, row, kept.get(id));
    return [];
  });
}

function correctRow(sheet: Sheet, { number, cells }: RawRow, kept: QuarantinedRow | undefined): CorrectedEntry[] {
  if (kept === undefined) {
    sheet.unknown.push(number);
    return [];
  }
  sheet.seen.add(kept._id);
  if (kept.state === 'RESOLVED') {
    sheet.resolvedBefore += 1;
    return [];
  }
  const names = new Map(Object.keys(kept.cells).map((column) => [column.trim(), column]));
  const returned = new Map(sheet.header.map((column, at) => [names.get(column) ?? column, cells[at] ?? '']));
  return [correctEntry(kept, sheet.mask(kept), returned)];
}

function byFileAndRow(one: QuarantinedRow, other: QuarantinedRow): number {
  return one.batch === other.batch ? one.row - other.row : one.batch < other.batch ? -1 : 1;
}
