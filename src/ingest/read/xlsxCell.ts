/**
 * The text of a cell as it arrives from a workbook.
 *
 * @param value - a text, a date, a boolean, or a blank; numbers have already become text
 */
export function xlsxCell(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return String(value);
  return '';
}

/**
 * The text of a number in a workbook.
 *
 * Workbooks store 53.7 as 53.700000000000003, so the shortest text of the same number is taken. Whole numbers
 * beyond 2^53 have lost digits and stay in scientific notation, to be recognised as damaged codes.
 *
 * @param stored - the number as the workbook stores it
 */
export function xlsxNumber(stored: string): string {
  const number = Number(stored);
  if (Number.isNaN(number)) return stored;
  const damaged = Number.isInteger(number) && !Number.isSafeInteger(number);
  return damaged ? number.toExponential().toUpperCase() : String(number);
}

/** Workbooks know no time zone: what the reader gives as UTC is what stands in the cell. Seconds are rounded, since times are fractions of a day. */
function dateText(date: Date): string {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
