/** Delimiters that real files use; on a tie the earlier one is taken. */
const DELIMITERS = [',', '\t', ';', '|'] as const;

/**
 * Finds the delimiter of a CSV file: the one that stands most often, outside quotes, in the first line that holds anything.
 *
 * @param text - the beginning of the file
 * @returns a comma where the line has none of them; `undefined` where all lines are blank
 */
export function detectDelimiter(text: string): string | undefined {
  const line = headerLine(text);
  if (line === '') return undefined;
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

/** The first line that is not blank, without its quoted cells. */
function headerLine(text: string): string {
  const start = text.search(/\S/);
  if (start === -1) return '';
  const unquoted = text.slice(start).replace(/"[^"]*"/g, '');
  return /^[^\n]*/.exec(unquoted)?.[0] ?? '';
}
