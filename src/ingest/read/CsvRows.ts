import { isBlankRow, withoutTrailingBlanks } from './blankCells.ts';
import { detectDelimiter } from './detectDelimiter.ts';
import type { RowFault } from './rowFaults.ts';
import type { RowReader } from './RowReader.ts';
import type { RawRow } from './RowSource.ts';
import { scanQuotedRecord, type ScannedRecord } from './scanQuotedRecord.ts';
import type { TextBlock } from './TextBlocks.ts';
import { lineEndBefore, lineStartAfter } from './textLines.ts';

/** Characters to look ahead for a closing quote before the opening one is taken for a mistake. */
const LONGEST_RECORD = 1024 * 1024;

/** Says that a record goes on behind the text at hand. */
const OPEN = -1;

/**
 * Reads CSV.
 *
 * Written here and not left to csv-parse, which is the oracle of the tests: a real file of 71,217 rows takes a sixth
 * of its time, and a broken quote costs one line, not the rest of the file.
 */
export class CsvRows implements RowReader {
  header: readonly string[] | undefined;
  #delimiter: string | undefined;
  /** Text of a record whose quotes are still open. */
  #rest: TextBlock = { text: '', damaged: false };
  /** Number of the line that is read next. */
  #line = 1;
  #rows: RawRow[] = [];

  read(block: TextBlock): RawRow[] {
    return this.#scan(block, false);
  }

  end(): RawRow[] {
    return this.#scan({ text: '', damaged: false }, true);
  }

  #scan(block: TextBlock, last: boolean): RawRow[] {
    const text = this.#rest.text + block.text;
    const damagedTo = damagedLength(this.#rest, block);
    this.#rest = { text: '', damaged: false };
    this.#delimiter ??= detectDelimiter(text);
    let quote = quoteFrom(text, 0);
    for (let at = 0, from = 0; from < text.length; from = at) {
      const fault = from < damagedTo ? 'ENCODING' : null;
      const next = lineStartAfter(text, from);
      if (quote < from) quote = quoteFrom(text, from);
      at = quote < next ? this.#takeQuoted(text, from, fault, last) : this.#takePlain(text, from, next, fault);
      if (at === OPEN) {
        this.#rest = { text: text.slice(from), damaged: fault !== null };
        break;
      }
    }
    return this.#rows.splice(0);
  }

  #takePlain(text: string, from: number, next: number, fault: RowFault | null): number {
    this.#take(this.#split(text, from, next), fault);
    this.#line += 1;
    return next;
  }

  /** Takes a record with quotes, or its first line alone where the quotes are broken; tells where the next one begins. */
  #takeQuoted(text: string, from: number, fault: RowFault | null, last: boolean): number {
    const record = scanQuotedRecord(text, from, this.#delimiter ?? ',');
    if (record === 'OPEN' && !last && text.length - from < LONGEST_RECORD) return OPEN;
    if (typeof record === 'object' && this.#isPlausible(record)) {
      this.#take(record.cells, fault);
      this.#line += record.lines;
      return record.next;
    }
    const next = lineStartAfter(text, from);
    this.#rows.push({ number: this.#line, cells: this.#split(text, from, next), fault: 'QUOTE' });
    this.#line += 1;
    return next;
  }

  /** Several lines that make a row of the wrong width were joined by a quote too many. */
  #isPlausible(record: ScannedRecord): boolean {
    return this.header === undefined || record.lines === 1 || record.cells.length === this.header.length;
  }

  #split(text: string, from: number, next: number): string[] {
    return text.slice(from, lineEndBefore(text, from, next)).split(this.#delimiter ?? ',');
  }

  #take(cells: readonly string[], fault: RowFault | null): void {
    if (isBlankRow(cells)) return;
    // A first line that can not be read must not make the second one the header.
    if (this.header === undefined && fault === null && this.#rows.length === 0) {
      this.header = withoutTrailingBlanks(cells, 0);
      return;
    }
    const width = this.header?.length ?? cells.length;
    const fitted = cells.length > width ? withoutTrailingBlanks(cells, width) : cells;
    const misfit = fitted.length === width ? null : 'COLUMN_COUNT';
    this.#rows.push({ number: this.#line, cells: fitted, fault: fault ?? misfit });
  }
}

/** How much of an open record with a block behind it is damaged. A damaged block is a single line. */
function damagedLength(rest: TextBlock, block: TextBlock): number {
  if (block.damaged) return rest.text.length + block.text.length;
  return rest.damaged ? rest.text.length : 0;
}

function quoteFrom(text: string, from: number): number {
  const at = text.indexOf('"', from);
  return at === -1 ? Infinity : at;
}
