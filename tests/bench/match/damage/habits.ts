import { createRequire } from 'node:module';
import type { Damage } from './Damage.ts';

/** Divisions at the beginning, by their endings. */
const DIVISION = /^(?:[\u4e00-\u9fff]{2,3}?(?:省|市|县|区))+(?=[\u4e00-\u9fff]{4})/u;
const BRACKETS = ['()', '（）', '【】', '〔〕'] as const;
const FORM = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|公司)$/u;

const toTraditional = (
  createRequire(import.meta.url)('opencc-js/cn2t') as {
    readonly Converter: (locales: { from: 'cn'; to: 't' }) => (text: string) => string;
  }
).Converter({ from: 'cn', to: 't' });

/** Damage that has to know which places there are. */
export interface PlaceHabits {
  /** The division is left out. */
  readonly withoutRegion: Damage;
  /** The division is put in brackets behind the next two characters (三山（福建）实业), and brackets that are there go. */
  readonly brackets: Damage;
}

/**
 * What people do with divisions in names.
 *
 * @param places - provinces and cities as they are called for short
 */
export function placeHabits(places: ReadonlySet<string>): PlaceHabits {
  const placeOf = (name: string): string => {
    const short = [4, 3, 2].map((length) => name.slice(0, length)).find((start) => places.has(start)) ?? '';
    return DIVISION.exec(name)?.[0] ?? (name.length > short.length + 4 ? short : '');
  };
  return {
    withoutRegion: (name) => name.slice(placeOf(name).length),
    brackets: (name, chance) => {
      if (/[()（）]/u.test(name)) return name.replace(/[()（）]/gu, '');
      const place = placeOf(name).length;
      if (place === 0) return name;
      const moved = chance.isTrue(0.5) ? 2 : 0;
      const [open = '', close = ''] = chance.pick(BRACKETS);
      return `${name.slice(place, place + moved)}${open}${name.slice(0, place)}${close}${name.slice(place + moved)}`;
    },
  };
}

/** The legal form at the end is left out. */
export const withoutForm: Damage = (name) => name.replace(FORM, '');

/** Letters, digits and brackets become full-width, blanks come in. */
export const fullWidth: Damage = (name, chance) => {
  const wide = name.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const at = chance.int(1, name.length - 1);
  return `${wide.slice(0, at)}\u3000${wide.slice(at)}`;
};

/** Written in traditional characters. */
export const traditional: Damage = (name) => toTraditional(name);
