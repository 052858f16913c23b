import { pinyin } from 'pinyin-pro';
import { strokeLikeness } from '../../../../subgraphs/search/likeness/strokeLikeness.ts';
import type { Damage } from './Damage.ts';

/** Mistakes that are drawn from the characters of all names, so that any of them may be written for another. */
export interface Mistakes {
  /** A character that sounds alike, but for the tone. */
  readonly homophone: Damage;
  /** A character that looks alike. */
  readonly lookAlike: Damage;
  /** Characters that a scanner reads: any one, one or two in a row, and 有限 as 有眼 or the like. */
  readonly scanned: Damage;
}

const ALIKE = 0.65;
const HAN = /^[\u4e00-\u9fff]$/u;
const FORM_NOISE = ['有眼', '有阪', '冇限', '有很', '肴限', '有限'] as const;
const TAIL_NOISE = ['公司', '公3', '公同', '公可', '公刊'] as const;
const STROKE_NOISE = ['11', 'II', '1', '丨', '0'] as const;

/**
 * Gathers what can be mistaken for what.
 *
 * @param names - all names; common characters are mistaken for each other
 */
export function mistakesAmong(names: readonly string[]): Mistakes {
  const characters = commonCharacters(names);
  const bySound = grouped(characters);
  const lookAlikes = new Map<string, readonly string[]>();
  const alikeTo = (character: string): readonly string[] => {
    const known = lookAlikes.get(character);
    if (known !== undefined) return known;
    const alike = characters.filter((other) => other !== character && strokeLikeness(character, other) >= ALIKE);
    lookAlikes.set(character, alike);
    return alike;
  };
  const homophones = (character: string): readonly string[] =>
    (bySound.get(pinyin(character, { toneType: 'none' })) ?? []).filter((other) => other !== character);
  return {
    homophone: replacing(homophones),
    lookAlike: replacing(alikeTo),
    scanned: (name, chance) => {
      const length = chance.int(1, 2);
      const at = chance.int(0, Math.max(0, name.length - 5 - length));
      const read = Array.from({ length }, () =>
        chance.isTrue(0.8) ? chance.pick(characters) : chance.pick(STROKE_NOISE),
      );
      const damaged = name.slice(0, at) + read.join('') + name.slice(at + length);
      return damaged.replace('有限', chance.pick(FORM_NOISE)).replace('公司', chance.pick(TAIL_NOISE));
    },
  };
}

function grouped(characters: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const character of characters) {
    const sound = pinyin(character, { toneType: 'none' });
    groups.set(sound, [...(groups.get(sound) ?? []), character]);
  }
  return groups;
}

function replacing(othersOf: (character: string) => readonly string[]): Damage {
  return (name, chance) => {
    const places = Array.from(name, (_, at) => at).filter((at) => othersOf(name.charAt(at)).length > 0);
    if (places.length === 0) return name;
    const at = chance.pick(places);
    return name.slice(0, at) + chance.pick(othersOf(name.charAt(at))) + name.slice(at + 1);
  };
}

/** Chinese characters that are in many names, the commonest first. */
function commonCharacters(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) for (const character of name) counts.set(character, (counts.get(character) ?? 0) + 1);
  const common = [...counts].filter(([character, count]) => count >= 20 && HAN.test(character));
  return common.toSorted(([, a], [, b]) => b - a).map(([character]) => character);
}
