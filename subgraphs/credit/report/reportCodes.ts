import { randomInt } from 'node:crypto';
import type { LocalDate } from '../../../src/values/localDate.ts';

/** Crockford's base 32: nothing that is mistaken for something else when it is typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TYPED_FOR: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** 28 characters are 140 bits: a code can not be guessed. */
const CODE_LENGTH = 28;
/** 12 characters are 60 bits: among a million reports of a day two hardly ever get the same number, and the index refuses it. */
const NUMBER_LENGTH = 12;

/** Draws the code by which whoever holds a report has it verified. */
export function newVerificationCode(): string {
  return draw(CODE_LENGTH);
}

/**
 * Writes a code for reading: groups of characters with hyphens between them.
 *
 * @param code - from {@link newVerificationCode}
 */
export function groupedCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/**
 * Reads a code as people type it: in small letters, with blanks and hyphens, with letters for the digits that look like them.
 *
 * @param typed - anything
 * @returns undefined where it can not be a code
 */
export function readVerificationCode(typed: string): string | undefined {
  // A code is short; what is longer is not worth normalising.
  if (typed.length > 4 * CODE_LENGTH) return undefined;
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  const code = letters.replace(/[ILO]/g, (letter) => TYPED_FOR[letter] ?? letter);
  const isCode = code.length === CODE_LENGTH && Array.from(code).every((character) => ALPHABET.includes(character));
  return isCode ? code : undefined;
}

/**
 * Draws the number of a report. It tells the day and nothing of how many there are.
 *
 * @param day - of issue
 */
export function newReportNo(day: LocalDate): string {
  const [first = '', second = '', third = ''] = draw(NUMBER_LENGTH).match(/.{4}/g) ?? [];
  return `CR${day.replaceAll('-', '')}-${first}-${second}-${third}`;
}

function draw(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
}
