/** The column of a correction sheet that names the quarantined row; it must come back as it is. */
export const ENTRY_COLUMN = '隔离编号';

/** The column that says what is wrong; it is not read when the sheet comes back. */
export const REASON_COLUMN = '隔离原因';

/**
 * What a spreadsheet would not leave as it is: formulas, digits that it rounds or shows as 3.5E+14, and leading zeros.
 */
const UNSAFE = /^(?:[=+@-]|\d{12,}$|0\d)/;

/**
 * Tells whether a cell came back as it was written; what a spreadsheet does to blanks around it does not count.
 *
 * @param returned - the cell that came back
 * @param written - the cell as it was given to {@link csvLine}
 */
export function isSameCell(returned: string, written: string): boolean {
  return returned.trim() === written.trim();
}

/**
 * Writes a line of a CSV file for a spreadsheet. A tab goes before a cell that it would change: it makes the cell text,
 * and is not read as part of a value.
 *
 * @param cells - its cells in order
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(UNSAFE.test(cell) ? `\t${cell}` : cell)).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
