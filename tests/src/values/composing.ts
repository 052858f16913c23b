import fc from 'fast-check';

/** The characters that normalising or capitals change, or that combine with their neighbours: where forms are not stable. */
const UNSTABLE = Array.from({ length: 0x1ffff }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /\p{M}/u.test(character) || character.normalize('NFKC').toUpperCase() !== character);

/** Short texts of such characters, with blanks, hyphens and quotes between them. */
export const composing = fc
  .array(fc.constantFrom(...UNSTABLE, ' ', '-', "'", '\u00AD', '\u200B', '·', '。', 'A'), { maxLength: 6 })
  .map((characters) => characters.join(''));
