/** Text in the letters and signs of everyday files, in which nothing can hide. */
const PLAIN = /^[\t\n\r -~\u00B7\u2014\u2018-\u201D\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFF5E]*$/;
/**
 * Controls but tab and line ends, and characters without a form of their own, variation selectors, U+034F and the Hangul fillers such
 * as U+3164 among them; joiners stay, some scripts are written with them.
 */
const UNSEEN = /(?![\t\n\r\u200C\u200D])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Takes out of a text what nobody sees and what turns the order of what is seen: control characters such as NUL, direction marks
 * and overrides (U+202A-202E, U+2066-2069), soft hyphens, byte order marks. A name may not read otherwise than it is
 * compared, and a number is not hidden from its mask by what stands between its digits.
 *
 * @param text - as it was given
 * @returns the text, trimmed
 */
export function visibleText(text: string): string {
  return PLAIN.test(text) ? text.trim() : text.replace(UNSEEN, '').trim();
}
