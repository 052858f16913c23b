/**
 * Tells whether no cell of a row holds anything: such rows are what spreadsheets leave below the data.
 *
 * @param cells - the row
 */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

/**
 * Takes blank cells off the end of a row.
 *
 * @param cells - the row
 * @param width - how many cells stay in any case
 */
export function withoutTrailingBlanks(cells: readonly string[], width: number): readonly string[] {
  let length = cells.length;
  while (length > width && cells[length - 1]?.trim() === '') length -= 1;
  return cells.slice(0, length);
}
