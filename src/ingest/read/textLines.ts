const LF = 0x0a;
const CR = 0x0d;

/**
 * Where the line behind the one at `from` begins.
 *
 * @param text - lines that end with LF or CR LF
 * @param from - anywhere in a line
 * @returns the length of the text, for its last line
 */
export function lineStartAfter(text: string, from: number): number {
  return text.indexOf('\n', from) + 1 || text.length;
}

/**
 * Where a line ends, its line break not counted.
 *
 * @param text - lines that end with LF, CR LF, or nothing
 * @param from - where the search back stops
 * @param next - where the following line begins
 */
export function lineEndBefore(text: string, from: number, next: number): number {
  const end = next > from && text.charCodeAt(next - 1) === LF ? next - 1 : next;
  return end > from && text.charCodeAt(end - 1) === CR ? end - 1 : end;
}
