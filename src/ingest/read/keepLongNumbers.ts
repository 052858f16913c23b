/** Text with so many digits in a row may hold a number that JavaScript would round. */
const LONG = /[\d.]{16}/;

/** Texts, which are passed over, and numbers. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * Puts numbers of 16 and more characters into quotes, so that parsing the line keeps their digits.
 *
 * A code of 18 digits that a system exported as a number is intact in the file; `JSON.parse` would round it to another code.
 *
 * @param json - one line of JSON
 */
export function keepLongNumbers(json: string): string {
  if (!LONG.test(json)) return json;
  return json.replace(TOKENS, (token) => (token.startsWith('"') || token.length < 16 ? token : `"${token}"`));
}
