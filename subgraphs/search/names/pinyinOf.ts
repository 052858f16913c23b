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
  return joined(spelled(foldName(raw)));
}

/**
 * Spells a name that begins with its division, and the part behind that. Each is spelled by itself: in 信县长征 there is no 县长.
 *
 * @param region - folded
 * @param rest - what follows it, folded
 * @param length - how many characters of the rest are the part
 */
export function pinyinOfBoth(region: string, rest: string, length: number): readonly [NamePinyin, NamePinyin] {
  const before = ofRegion(region);
  const syllables = spelled(rest);
  return [joined([...before, ...syllables]), joined(syllables.slice(0, length))];
}

const regions = new Map<string, readonly string[]>();
/** There are some ten thousand ways to write divisions. */
const REMEMBERED = 20_000;

function ofRegion(region: string): readonly string[] {
  const known = regions.get(region);
  if (known !== undefined) return known;
  const syllables = spelled(region);
  if (regions.size < REMEMBERED) regions.set(region, syllables);
  return syllables;
}

function spelled(folded: string): readonly string[] {
  return pinyin(folded, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase());
}

function joined(syllables: readonly string[]): NamePinyin {
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
