const CANONICAL = /^[0-9A-Z]+$/;
/** Blanks (`\s` holds U+00A0, U+3000 and U+FEFF), invisible characters, and hyphens of every width. */
const NOISE = /[\s\u00AD\u200B-\u200D\u2060\-\u2010-\u2015\u2212]/gu;
/** What spreadsheets put before a number to keep it as text. */
const LEADING_QUOTES = /^['‘’]+/u;

/**
 * Brings a code that was typed or pasted into the form in which codes are compared.
 *
 * Full-width characters become half-width (NFKC); blanks, invisible characters, hyphens and leading quotes go; letters
 * become capitals, which may have to be composed once more. Nothing is guessed: a letter O stays an O. A canonical value comes back
 * as the same string, and applying it twice changes nothing.
 *
 * @param raw - the code as it was given
 */
export function normaliseCode(raw: string): string {
  if (CANONICAL.test(raw)) return raw;
  return raw.normalize('NFKC').replace(NOISE, '').replace(LEADING_QUOTES, '').toUpperCase().normalize('NFKC');
}
