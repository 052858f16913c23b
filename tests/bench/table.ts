import type { Spread } from './spread.ts';

/**
 * Writes a median with the lowest and highest figure.
 *
 * @param figures - of all rounds
 * @param digits - behind the point
 */
export function spread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`;
}

/**
 * Lays rows out in columns.
 *
 * @param rows - the head first
 */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join('  ')
      .trimEnd(),
  );
}
