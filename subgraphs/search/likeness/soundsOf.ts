import { pinyin } from 'pinyin-pro';

const sounds = new Map<number, readonly string[]>();
const NONE: readonly string[] = [];

/**
 * Gives all readings of a Chinese character without their tones.
 *
 * @param character - a UTF-16 unit
 * @returns nothing for what is no Chinese character of the basic plane
 */
export function soundsOf(character: number): readonly string[] {
  if (character < 0x3400 || character > 0x9fff) return NONE;
  const known = sounds.get(character);
  if (known !== undefined) return known;
  const read = pinyin(String.fromCharCode(character), { toneType: 'none', type: 'array', multiple: true, v: true });
  const unlike = [...new Set(read)];
  sounds.set(character, unlike);
  return unlike;
}

/** Sounds that many speakers do not tell apart, and typists mix up. */
export function blurred(sound: string): string {
  return sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/([aei])ng$/, '$1n');
}
