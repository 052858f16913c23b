import type { TextSpan } from './citizenId.ts';
import { digitRunsIn } from './digitRuns.ts';

/**
 * The ways in which people group eleven digits. They are few on purpose, since dates, sums and the numbers of papers have digits too:
 * one full stop alone is a decimal point, 4-4-3 may begin with two years, and asterisks stand between the measures of a thing.
 */
const GROUPED = [
  String.raw`1[3-9]\d-?\d{4}-?\d{4}`,
  String.raw`1[3-9]\d\.\d{4}\.\d{4}`,
  String.raw`1[3-9]\d/\d{4}/\d{4}`,
  String.raw`(?!19\d\d-(?:19|20)\d\d)1[3-9]\d\d([-.])\d{4}\1\d{3}`,
  String.raw`1[3-9]\d([-.])\d{3}\2\d{5}`,
  String.raw`1[-./][3-9](?:[-./]\d){9}`,
].join('|');
const COUNTRY = '(?:(?:00)?86[-.]?)?';
const MOBILE = new RegExp(`(?<!\\d)(?:${COUNTRY}(?:${GROUPED})|(?:(?:(?:00)?86)?1[3-9]\\d{9}){2,})(?!\\d)`, 'g');
const GLUED = /^\d{22,}$/;
const ONE_OF_GLUED = /(?:(?:00)?86)?1[3-9]\d{9}/g;
const COUNTRY_FIRST = /^(?:00)?86/;
const PLUS = /[+＋﹢]\s{0,2}$/u;

/** A mobile number in a text. */
export interface MobileNumber extends TextSpan {
  /** Its digits, with the country's where they were given. */
  readonly digits: string;
}

/**
 * Finds mobile numbers in free text: eleven digits, perhaps grouped, with the country's prefix, or written one after another, but
 * never a part of a longer group of digits.
 *
 * @param text - any text
 * @returns where they stand, in order, a plus before the country's prefix included
 */
export function mobileNumbersIn(text: string): readonly MobileNumber[] {
  return digitRunsIn(text).flatMap(({ folded, placeOf }) =>
    [...folded.matchAll(MOBILE)].flatMap(({ 0: found, index }) =>
      partsOf(found).map(([number, at]): MobileNumber => {
        const { start } = placeOf(index + at);
        const { end } = placeOf(index + at + number.length - 1);
        const plus = COUNTRY_FIRST.test(number) ? plusBefore(text, start) : 0;
        return { start: start - plus, end, digits: number.replace(/\D/g, '') };
      }),
    ),
  );
}

function partsOf(found: string): (readonly [number: string, at: number])[] {
  if (!GLUED.test(found)) return [[found, 0]];
  return [...found.matchAll(ONE_OF_GLUED)].map(({ 0: number, index }) => [number, index]);
}

function plusBefore(text: string, end: number): number {
  return PLUS.exec(text.slice(Math.max(0, end - 3), end))?.[0].length ?? 0;
}
