import { pinyin } from 'pinyin-pro';
import { foldName } from './foldName.ts';

/** How a name is typed by its sound. */
export interface NamePinyin {
  /** All syllables without tones, joined: `fuzhoushangmao`. */
  readonly full: string;
  /** The first letters: `fzsm`. */
  readonly initials: string;
}

/**
 * Spells a name in pinyin. Letters and digits of the name stay, in small letters.
 *
 * @param raw - a name or a part of one
 */
export function pinyinOf(raw: string): NamePinyin {
  const syllables = pinyin(foldName(raw), { toneType: 'none', type: 'array', v: true }).map((syllable) =>
    syllable.toLowerCase(),
  );
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
