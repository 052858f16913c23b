import { keepLongNumbers } from './keepLongNumbers.ts';
import type { RowReader } from './RowReader.ts';
import type { RawRow } from './RowSource.ts';
import type { TextBlock } from './TextBlocks.ts';

/** A row whose cells may still become more. */
interface ReadRow extends RawRow {
  readonly cells: string[];
}

/**
 * Reads JSON Lines: one object per line, whose keys are the columns.
 *
 * Texts stay as they are, `null` is an empty cell, numbers keep all their digits, and lists and objects become JSON text.
 *
 * Where it is read for one collection, rows that begin by naming another one, as `sample --out` writes them, are left out and counted.
 */
export class JsonlRows implements RowReader {
  readonly #columns = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #collection: string | undefined;
  #line = 0;
  #others = 0;

  /**
   * @param collection - such as `registry.changes`; every row counts unless given
   */
  constructor(collection?: string) {
    this.#collection = collection;
  }

  /** Rows so far that name another collection. */
  get others(): number {
    return this.#others;
  }

  get header(): readonly string[] | undefined {
    return this.#names.length === 0 ? undefined : this.#names;
  }

  read({ text, damaged, passedOver }: TextBlock): RawRow[] {
    if (passedOver !== undefined) {
      this.#line += passedOver;
      this.#others += passedOver;
      return [];
    }
    const rows: ReadRow[] = [];
    const lines = text.split('\n');
    // A block ends with a line end, behind which `split` finds one empty line that is none; in the last block it may be missing.
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) {
      this.#line += 1;
      if (line.trim() === '' || this.#isOthers(line)) continue;
      rows.push(this.#rowOf(line, damaged));
    }
    for (const { cells, fault } of rows) {
      if (fault !== 'JSON') while (cells.length < this.#names.length) cells.push('');
    }
    return rows;
  }

  end(): RawRow[] {
    return [];
  }

  #rowOf(line: string, damaged: boolean): ReadRow {
    const record = parseRecord(line);
    if (record === undefined) return { number: this.#line, cells: [line], fault: 'JSON' };
    return { number: this.#line, cells: this.#cellsOf(record), fault: damaged ? 'ENCODING' : null };
  }

  /** Counts it where it is. */
  #isOthers(line: string): boolean {
    const named = this.#collection === undefined ? undefined : collectionOfLine(line);
    const isOthers = named !== undefined && named !== this.#collection;
    if (isOthers) this.#others += 1;
    return isOthers;
  }

  #cellsOf(record: object): string[] {
    const cells = new Array<string>(this.#names.length).fill('');
    for (const [name, value] of Object.entries(record)) {
      const saysWhere = name === COLLECTION && value === this.#collection;
      if (!saysWhere) cells[this.#columnOf(name)] = cellText(value);
    }
    return cells;
  }

  #columnOf(name: string): number {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    this.#columns.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}

const COLLECTION = 'collection';
const NAMED = /^\{"collection":"([a-z][a-z0-9]*\.[A-Za-z][A-Za-z0-9]*)"/;

/**
 * The collection that a line begins by naming; undefined where it names none.
 *
 * @param line - of JSON Lines
 */
export function collectionOfLine(line: string): string | undefined {
  return NAMED.exec(line)?.[1];
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
