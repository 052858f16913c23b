import { normaliseCode } from './normaliseCode.ts';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const FORM = /^[0-9A-Z]{8}[0-9X]$/;
const NEVER_ISSUED = '000000000';

/**
 * Tells whether the ninth character checks the eight before it (GB 11714-1997: 36 symbols, modulo 11).
 *
 * Characters outside `0-9A-Z` are the caller's business.
 *
 * @param text - holds the code
 * @param start - where the nine characters begin
 */
export function orgCheckHolds(text: string, start = 0): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    const symbol = text.charCodeAt(start + index);
    sum += (symbol < 58 ? symbol - 48 : symbol - 55) * (WEIGHTS[index] ?? 0);
  }
  const check = 11 - (sum % 11);
  const printed = text.charCodeAt(start + 8);
  if (check === 10) return printed === 88;
  return printed - 48 === check % 11;
}

/**
 * Reads an organisation code (组织机构代码), with or without the hyphen before its check character.
 *
 * @param raw - the code as it was given
 * @returns nine characters without a hyphen, or `undefined` where it is no organisation code
 */
export function checkOrgCode(raw: string): string | undefined {
  const code = normaliseCode(raw);
  return FORM.test(code) && code !== NEVER_ISSUED && orgCheckHolds(code) ? code : undefined;
}

/**
 * Gives the organisation code inside a unified social credit code (positions 9-17).
 *
 * @param uscc - a code in canonical form
 */
export function orgCodeOf(uscc: string): string {
  return uscc.slice(8, 17);
}

/**
 * Writes an organisation code as certificates print it: `XXXXXXXX-X`.
 *
 * @param orgCode - nine characters
 */
export function printOrgCode(orgCode: string): string {
  return `${orgCode.slice(0, 8)}-${orgCode.slice(8)}`;
}
