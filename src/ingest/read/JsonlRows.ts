import { keepLongNumbers } from './keepLongNumbers.ts';
import type { RowFault } from './rowFaults.ts';
import type { RowReader } from './RowReader.ts';
import type { RawRow } from './RowSource.ts';
import type { TextBlock } from './TextBlocks.ts';

/**
 * Reads JSON Lines: one object per line, whose keys are the columns.
 *
 * Texts stay as they are, `null` is an empty cell, numbers keep all their digits, and lists and objects become JSON text.
 */
export class JsonlRows implements RowReader {
  readonly #columns = new Map<string, number>();
  readonly #names: string[] = [];
  #line = 0;

  get header(): readonly string[] | undefined {
    return this.#names.length === 0 ? undefined : this.#names;
  }

  read({ text, damaged }: TextBlock): RawRow[] {
    const rows: { number: number; cells: string[]; fault: RowFault | null }[] = [];
    const lines = text.split('\n');
    // A block ends with a line end, behind which `split` finds one empty line that is none; in the last block it may be missing.
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) {
      this.#line += 1;
      if (line.trim() === '') continue;
      const record = parseRecord(line);
      const cells = record === undefined ? [line] : this.#cellsOf(record);
      rows.push({ number: this.#line, cells, fault: record === undefined ? 'JSON' : damaged ? 'ENCODING' : null });
    }
    for (const { cells, fault } of rows) {
      if (fault !== 'JSON') while (cells.length < this.#names.length) cells.push('');
    }
    return rows;
  }

  end(): RawRow[] {
    return [];
  }

  #cellsOf(record: object): string[] {
    const cells = new Array<string>(this.#names.length).fill('');
    for (const [name, value] of Object.entries(record)) cells[this.#columnOf(name)] = cellText(value);
    return cells;
  }

  #columnOf(name: string): number {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    this.#columns.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}

function parseRecord(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(keepLongNumbers(line));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null ? '' : JSON.stringify(value);
}
