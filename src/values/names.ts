/** Names that normalisation leaves alone: Chinese characters, capitals, digits and half-width brackets. */
const CANONICAL = /^[\u4e00-\u9fffA-Z0-9()]+$/;
const NOISE = /[\s\u00AD\u200B-\u200D\u2060]/gu;
const OPENING = /[[{【〔〖《〈「『⟨]/gu;
const CLOSING = /[\]}】〕〗》〉」』⟩]/gu;
const MIDDLE_DOTS = /[•・‧∙●⋅]/gu;
const TRAILING = /[.,;:!?。、·'"’”_-]+$/u;

/**
 * Brings an enterprise's name into the form in which names are compared exactly.
 *
 * Width is unified (NFKC) and blanks go; brackets of every kind become `(` and `)`, middle dots `·`, Latin letters capitals;
 * punctuation at the end goes. Characters are never replaced by similar ones, and words such as 有限公司 stay: two
 * names that compare equal are written alike. Applying it twice changes nothing.
 *
 * @param raw - the name as printed
 */
export function normaliseName(raw: string): string {
  if (CANONICAL.test(raw)) return raw;
  return raw
    .normalize('NFKC')
    .replace(NOISE, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(MIDDLE_DOTS, '·')
    .toUpperCase()
    .normalize('NFKC')
    .replace(TRAILING, '');
}
