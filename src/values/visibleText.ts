/** Controls but tab and line ends, and characters without a form of their own; joiners stay, some scripts are written with them. */
const UNSEEN = /(?![\t\n\r\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

/**
 * Takes out of a text what nobody sees and what turns the order of what is seen: control characters such as NUL, direction marks
 * and overrides (U+202A-202E, U+2066-2069), soft hyphens, byte order marks. A name may not read otherwise than it is
 * compared, and a number is not hidden from its mask by what stands between its digits.
 *
 * @param text - as it was given
 * @returns the text, trimmed
 */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, '').trim();
}
