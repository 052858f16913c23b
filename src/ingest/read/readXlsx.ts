import readWorkbook, { readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { IngestError } from '../../errors/IngestError.ts';
import { isBlankRow, withoutTrailingBlanks } from './blankCells.ts';
import { checkWorkbook } from './checkWorkbook.ts';
import type { RawRow } from './RowSource.ts';
import { xlsxCell, xlsxNumber } from './xlsxCell.ts';

/** Largest workbook on disk, in MB. A sheet is read into memory as a whole: 100,000 rows of 4 columns take up to 300 MB and 0.7 s. */
const FILE_LIMIT = 64;

/** A sheet of a workbook. */
export interface Sheet {
  /** `undefined` where no row holds anything. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly RawRow[];
}

/**
 * Reads one sheet of a workbook.
 *
 * Formulas count with the result that was saved; a cell that shows an error such as `#N/A` counts as blank.
 *
 * @param bytes - the workbook
 * @param file - its name, for errors
 * @param sheet - name of the sheet; without it the first
 * @throws IngestError where the workbook is damaged, too large, or has no such sheet
 */
export async function readXlsx(bytes: AsyncIterable<Buffer>, file: string, sheet?: string): Promise<Sheet> {
  const workbook = await collect(bytes, file);
  await checkWorkbook(workbook, file);
  try {
    return asSheet(await readSheet(workbook, sheet ?? 1, { trim: false, parseNumber: xlsxNumber }));
  } catch (error) {
    if (!(error instanceof SheetNotFoundError)) throw new IngestError('INGEST_XLSX_BROKEN', { file });
    const names = (await readWorkbook(workbook)).map((each) => each.sheet);
    throw new IngestError('INGEST_SHEET_UNKNOWN', { file, sheet: sheet ?? 1, sheets: names.join(', ') });
  }
}

async function collect(bytes: AsyncIterable<Buffer>, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > FILE_LIMIT * 1024 * 1024)
      throw new IngestError('INGEST_XLSX_TOO_LARGE', { file, limit: FILE_LIMIT, part: 'on disk' });
  }
  return Buffer.concat(chunks, size);
}

function asSheet(data: readonly (readonly unknown[])[]): Sheet {
  let header: readonly string[] | undefined;
  const rows: RawRow[] = [];
  for (const [index, values] of data.entries()) {
    const cells = values.map(xlsxCell);
    if (isBlankRow(cells)) continue;
    if (header === undefined) header = withoutTrailingBlanks(cells, 0);
    else rows.push(asRow(index + 1, cells, header.length));
  }
  return { header, rows };
}

/** The reader gives every row as many cells as the widest one has. */
function asRow(number: number, cells: readonly string[], width: number): RawRow {
  const fitted = withoutTrailingBlanks(cells, width);
  if (fitted.length > width) return { number, cells: fitted, fault: 'COLUMN_COUNT' };
  return { number, cells: [...fitted, ...new Array<string>(width - fitted.length).fill('')], fault: null };
}
