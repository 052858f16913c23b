import { normaliseCode } from './normaliseCode.ts';
import { orgCheckHolds } from './orgCode.ts';

/** Who a registration number was given to; the first digit of its sequence says so. */
export type RegistrationKind = 'DOMESTIC' | 'FOREIGN_INVESTED' | 'INDIVIDUAL_HOUSEHOLD';

/** What can be said of a value in a registration number's column. */
export type RegistrationNoVerdict =
  | {
      readonly ok: true;
      readonly registrationNo: string;
      readonly kind: RegistrationKind;
      /** Whether the value differed from its canonical form. */
      readonly repaired: boolean;
      /** Numbers with a wrong check digit are in use, so it is a remark only. */
      readonly warnings: readonly 'CHECK_DIGIT'[];
    }
  | { readonly ok: false; readonly part: 'MISSING' | 'LENGTH' | 'ALPHABET' };

/** What 15 characters can be: an old registration number, an old tax number, or either. */
export type LegacyNumberKind = 'REGISTRATION_NO' | 'TAX_NO' | 'EITHER';

const DIGITS = /^[0-9]+$/;
/** Six digits of a region, then an organisation code. */
const TAX_NO = /^[0-9]{6}[0-9A-Z]{8}[0-9X]$/;

/**
 * Judges an old registration number (工商注册号, 15 digits: authority, sequence, check digit).
 *
 * @param raw - the number as it was given
 */
export function checkRegistrationNo(raw: string): RegistrationNoVerdict {
  const number = normaliseCode(raw);
  if (number === '' || /^0+$/.test(number)) return { ok: false, part: 'MISSING' };
  if (number.length !== 15) return { ok: false, part: 'LENGTH' };
  if (!DIGITS.test(number)) return { ok: false, part: 'ALPHABET' };
  const warnings = checkDigitHolds(number) ? [] : (['CHECK_DIGIT'] as const);
  return { ok: true, registrationNo: number, kind: kindOf(number), repaired: number !== raw, warnings };
}

/**
 * Tells whether 15 characters are an old registration number or an old tax number (6 digits and an organisation code).
 *
 * @param raw - the number as it was given
 * @returns `EITHER` where both or neither check digit holds, `undefined` where the form fits neither
 */
export function legacyNumberKind(raw: string): LegacyNumberKind | undefined {
  const number = normaliseCode(raw);
  if (!TAX_NO.test(number)) return undefined;
  const isTaxNo = orgCheckHolds(number, 6);
  if (!DIGITS.test(number)) return isTaxNo ? 'TAX_NO' : undefined;
  const isRegistrationNo = checkDigitHolds(number);
  if (isTaxNo === isRegistrationNo) return 'EITHER';
  return isTaxNo ? 'TAX_NO' : 'REGISTRATION_NO';
}

function kindOf(number: string): RegistrationKind {
  const first = Number(number.charAt(6));
  if (first <= 3) return 'DOMESTIC';
  return first <= 5 ? 'FOREIGN_INVESTED' : 'INDIVIDUAL_HOUSEHOLD';
}

/** The hybrid system of ISO 7064, modulo 11 and 10, over the first 14 digits. */
function checkDigitHolds(number: string): boolean {
  let product = 10;
  for (let index = 0; index < 14; index += 1) {
    const sum = (product + number.charCodeAt(index) - 48) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + number.charCodeAt(14) - 48) % 10 === 1;
}
