import { blurred, soundsOf } from './soundsOf.ts';
import { strokeLikeness } from './strokeLikeness.ts';

/** Characters that sound alike are mixed up by typists. */
const HOMOPHONE = 0.4;
/** Characters that nearly sound alike. */
const NEAR_HOMOPHONE = 0.6;
/** Characters that look alike are mixed up by scanners: the cost falls from 1 at this likeness… */
const UNLIKE = 0.4;
/** …to this at strokes that are the same. */
const SAME_STROKES = 0.3;
/** One number is never another, however alike they look. */
const OTHER_NUMBER = 1.5;
/** The same number in other figures (1, 一, 壹). */
const SAME_NUMBER = 0.05;
/** Figures by their value. */
const FIGURES = [
  '0零〇',
  '1一壹',
  '2二贰两',
  '3三叁',
  '4四肆',
  '5五伍',
  '6六陆',
  '7七柒',
  '8八捌',
  '9九玖',
  '十拾',
  '百佰',
];
const VALUES = new Map(
  FIGURES.flatMap((figures, value) => Array.from(figures, (figure) => [figure.charCodeAt(0), value] as const)),
);
/** Letters and digits that scanners and typists mix up. */
const LATIN_ALIKE = ['0OQDＯ〇', '1IL丨', '2Z', '5S', '8B', 'UV', '6G'] as const;

const REMEMBERED = 200_000;
const costs = new Map<number, number>();

/**
 * Tells how unlikely it is that one character was written for another.
 *
 * @param left - a UTF-16 unit
 * @param right - another
 * @returns 0 for the same character, 1 for one that has nothing in common, more for two numbers
 */
export function characterCost(left: number, right: number): number {
  if (left === right) return 0;
  const key = left < right ? left * 0x10000 + right : right * 0x10000 + left;
  const known = costs.get(key);
  if (known !== undefined) return known;
  const cost = reckonedCost(left, right);
  if (costs.size >= REMEMBERED) costs.clear();
  costs.set(key, cost);
  return cost;
}

function reckonedCost(left: number, right: number): number {
  const one = String.fromCharCode(left);
  const other = String.fromCharCode(right);
  if (LATIN_ALIKE.some((group) => group.includes(one) && group.includes(other))) return HOMOPHONE;
  const value = VALUES.get(left);
  const otherValue = VALUES.get(right);
  if (value !== undefined && otherValue !== undefined) return value === otherValue ? SAME_NUMBER : OTHER_NUMBER;
  return Math.min(soundCost(left, right), lookCost(one, other));
}

function soundCost(left: number, right: number): number {
  const sounds = soundsOf(left);
  const others = soundsOf(right);
  if (sounds.some((sound) => others.includes(sound))) return HOMOPHONE;
  const near = others.map(blurred);
  return sounds.some((sound) => near.includes(blurred(sound))) ? NEAR_HOMOPHONE : 1;
}

function lookCost(one: string, other: string): number {
  const likeness = strokeLikeness(one, other);
  if (likeness <= UNLIKE) return 1;
  return 1 - ((likeness - UNLIKE) / (1 - UNLIKE)) * (1 - SAME_STROKES);
}
