import type { NameParts } from '../names/NameParts.ts';
import { pinyinOf } from '../names/pinyinOf.ts';

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

function keysOf({ folded, region, trade, industry }: NameParts): readonly string[] {
  const core = trade + industry;
  const whole = pinyinOf(folded.slice(0, KEY_LENGTH));
  const bare = region === '' ? whole : pinyinOf(core.slice(0, KEY_LENGTH));
  const texts = [folded, core, whole.full, bare.full, whole.initials, bare.initials];
  return texts.map(typedKey);
}

/**
 * Brings what was typed into the form of a key.
 *
 * @param folded - from `foldName`
 */
export function typedKey(folded: string): string {
  return folded.slice(0, KEY_LENGTH).toLowerCase();
}
