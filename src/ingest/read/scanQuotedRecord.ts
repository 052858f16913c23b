import { lineEndBefore, lineStartAfter } from './textLines.ts';

const QUOTE = 0x22;

/** A record with quoted cells, and where the next one begins. */
export interface ScannedRecord {
  readonly cells: string[];
  readonly next: number;
  /** How many lines of the file it takes. */
  readonly lines: number;
}

/**
 * Reads one CSV record that holds quotes (RFC 4180: a quoted cell may hold delimiters and line breaks, `""` is a quote).
 *
 * A quote inside an unquoted cell is taken as it stands, as spreadsheets do.
 *
 * @param text - lines that end with LF or CR LF
 * @param from - where the record begins
 * @param delimiter - one character
 * @returns `'OPEN'` where the text ends inside quotes; `'BROKEN'` where text follows a closing quote
 */
export function scanQuotedRecord(text: string, from: number, delimiter: string): ScannedRecord | 'OPEN' | 'BROKEN' {
  const cells: string[] = [];
  let next = lineStartAfter(text, from);
  let lines = 1;
  for (let at = from; ; at += 1) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      if (close === -1) return 'OPEN';
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
      for (; next < at; lines += 1) next = lineStartAfter(text, next);
    } else {
      const end = plainCellEnd(text, at, next, delimiter);
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text.charAt(at) === delimiter) continue;
    return at === lineEndBefore(text, at, next) ? { cells, next, lines } : 'BROKEN';
  }
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function plainCellEnd(text: string, from: number, next: number, delimiter: string): number {
  const cellEnd = text.indexOf(delimiter, from);
  return cellEnd === -1 || cellEnd >= next ? lineEndBefore(text, from, next) : cellEnd;
}
