import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const FOLDER = join(import.meta.dirname, '../../../../shared/data');

/** Runs a test where all its real files are there, and reports it as skipped where they are not. */
export function itWithFiles(
  names: readonly string[],
  title: string,
  test: (() => void) | (() => Promise<void>),
  milliseconds?: number,
): void {
  const run = names.every((name) => existsSync(realFile(name))) ? it : it.skip;
  run(`${title} (needs ../shared/data: ${names.join(', ')})`, test, milliseconds);
}

/** Where a real file lies. */
export function realFile(name: string): string {
  return join(FOLDER, name);
}

type Rows = readonly Readonly<Record<string, string>>[];

const read = new Map<string, Rows>();

/** The rows of a real file, values as printed; each file is read once. */
export function rowsOf(name: string): Rows {
  const known = read.get(name);
  if (known !== undefined) return known;
  const rows: Rows = parse(gunzipSync(readFileSync(realFile(name))), { columns: true });
  read.set(name, rows);
  return rows;
}

/** Rows as a file of comma-separated values, each cell between quotes. */
export function csvOf(rows: readonly Readonly<Record<string, string | undefined>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lineOf = (cells: readonly (string | undefined)[]): string =>
    cells.map((cell = '') => `"${cell.replaceAll('"', '""')}"`).join(',');
  return [columns.join(','), ...rows.map((row) => lineOf(columns.map((column) => row[column])))].join('\n');
}
