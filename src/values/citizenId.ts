import { digitRunsIn, type DigitRun } from './digitRuns.ts';
import { isLocalDate, todayInShanghai, type LocalDate } from './localDate.ts';
import { normaliseCode } from './normaliseCode.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const FORM = /^\d{17}[\dX]$/;
/** Where a number stands in a text: its first character, and the one after its last. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Tells whether a whole value is a citizen's ID number (GB 11643-1999): region, birth date and check character hold.
 *
 * Some valid credit codes satisfy the check character; the birth date tells them apart. A value in a code column
 * is therefore tested only after it has failed as a code.
 *
 * @param text - the value, also with blanks, hyphens or full-width digits
 * @param today - no birth date is later; now, where it is left out
 */
export function looksLikeCitizenId(text: string, today?: LocalDate): boolean {
  const number = normaliseCode(text);
  return FORM.test(number) && isRegion(number) && isBirthDate(number, today) && checkHolds(number);
}

/**
 * Tells whether free text holds a citizen's ID number anywhere, also inside a longer run of digits.
 *
 * The 15-digit numbers of before 1999 have no check character and look like registration numbers; they are not sought.
 *
 * @param text - any text
 * @param today - no birth date is later; now, where it is left out
 */
export function containsCitizenId(text: string, today?: LocalDate): boolean {
  return citizenIdsIn(text, today).length > 0;
}

/**
 * Finds the citizens' ID numbers in free text.
 *
 * @param text - any text
 * @param today - no birth date is later; now, where it is left out
 * @returns where they stand, in order, blanks and hyphens inside a number included
 */
export function citizenIdsIn(text: string, today?: LocalDate): readonly TextSpan[] {
  if (text.length < 18) return [];
  return digitRunsIn(text).flatMap((run) => citizenIdsInRun(run, today));
}

/**
 * Tells whether a code begins as a citizen's ID number does, with 17 digits that hold a region and a birth date, whatever its
 * last character: it may be a number with a slip of the pen in it.
 *
 * @param code - in canonical form
 */
export function resemblesCitizenId(code: string): boolean {
  return /^\d{17}/.test(code) && isRegion(code) && isBirthDate(code, undefined);
}

function citizenIdsInRun({ folded, placeOf }: DigitRun, today: LocalDate | undefined): TextSpan[] {
  if (folded.length < 18) return [];
  const digits = folded.replace(/[^0-9X]/g, '');
  const indices = digits.length === folded.length ? undefined : digitIndices(folded);
  const spans: TextSpan[] = [];
  for (let first = 0; first + 18 <= digits.length; first += 1) {
    if (!looksLikeCitizenId(digits.slice(first, first + 18), today)) continue;
    const { start } = placeOf(indices?.[first] ?? first);
    const { end } = placeOf(indices?.[first + 17] ?? first + 17);
    spans.push({ start, end });
    first += 17;
  }
  return spans;
}

function digitIndices(folded: string): readonly number[] {
  return Array.from(folded.matchAll(/[0-9X]/g), ({ index }) => index);
}

/** The first two digits are a province's, Hong Kong, Macao and Taiwan included. */
function isRegion(number: string): boolean {
  const region = Number(number.slice(0, 2));
  return (region >= 11 && region <= 65) || region === 71 || (region >= 81 && region <= 83);
}

function isBirthDate(number: string, today: LocalDate | undefined): boolean {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return day >= '1900-01-01' && isLocalDate(day) && day <= (today ?? todayInShanghai(new Date()));
}

/** ISO 7064, modulo 11-2. */
function checkHolds(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += (number.charCodeAt(index) - 48) * (WEIGHTS[index] ?? 0);
  return CHECKS.charAt(sum % 11) === number.charAt(17);
}
