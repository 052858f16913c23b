import { pinyinOf } from '../names/pinyinOf.ts';

const known = new Map<string, string>();
/** There are some ten thousand characters in names; what else is typed is not remembered. */
const MOST = 40_000;

/**
 * Gives the sound of each character by itself, so that a character sounds alike wherever it stands; letters and digits sound as they
 * are written.
 *
 * @param characters - folded, one code point each
 * @returns syllables without tones, in the same order
 */
export function syllablesOf(characters: readonly string[]): readonly string[] {
  return characters.map(syllableOf);
}

function syllableOf(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const syllable = pinyinOf(character).full;
  if (known.size < MOST) known.set(character, syllable);
  return syllable;
}
