import type { NameParts } from '../names/NameParts.ts';
import { pinyinOf, pinyinOfBoth, type NamePinyin } from '../names/pinyinOf.ts';

/** Characters of a key at most; what is typed beyond them is compared with the name itself. */
export const KEY_LENGTH = 24;

/**
 * Gives what suggestions find a name by: what people begin to type of it, with its division and without, in characters, in pinyin, and
 * by the initials of the pinyin.
 *
 * @param names - the present name and the former ones, taken apart
 * @returns keys in small letters, each once
 */
export function suggestionKeys(names: readonly NameParts[]): readonly string[] {
  return [...new Set(names.flatMap(keysOf))].filter((key) => key !== '');
}

function keysOf(parts: NameParts): readonly string[] {
  const { folded, trade, industry } = parts;
  const [whole, bare] = sounds(parts);
  return [folded, trade + industry, whole.full, bare.full, whole.initials, bare.initials].map(typedKey);
}

/** The sound of the whole name, and of what stands behind its division. */
function sounds({ folded, region, trade, industry }: NameParts): readonly [NamePinyin, NamePinyin] {
  const core = (trade + industry).slice(0, KEY_LENGTH);
  const begun = folded.slice(0, KEY_LENGTH);
  if (region === '') {
    const whole = pinyinOf(begun);
    return [whole, whole];
  }
  if (!folded.startsWith(region + core)) return [pinyinOf(begun), pinyinOf(core)];
  return pinyinOfBoth(region, folded.slice(region.length, region.length + KEY_LENGTH), core.length);
}

/**
 * Brings what was typed into the form of a key.
 *
 * @param folded - from `foldName`
 */
export function typedKey(folded: string): string {
  return folded.slice(0, KEY_LENGTH).toLowerCase();
}
