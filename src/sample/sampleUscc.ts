import { orgCheckHolds } from '../values/orgCode.ts';
import type { Uscc } from '../values/uscc.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * The division of all sample codes begins with 39, which no edition of GB/T 2260 ever gave to a province: whatever
 * follows, no registration authority can have issued such a code.
 */
const NEVER_ASSIGNED = '39';

/** What every sample code matches, and none that was ever given. */
export const SAMPLE_CODE = new RegExp(`^..${NEVER_ASSIGNED}`);

/**
 * Makes a valid code (GB 32100-2015, the organisation code by GB 11714) that no organisation can have.
 *
 * @param category - its first two characters, such as `91` for an enterprise
 * @param districtCode - division of the domicile; its province is replaced by one that does not exist
 * @param body - eight characters of the organisation code, without its check
 */
export function sampleUscc(category: string, districtCode: string, body: string): Uscc {
  const orgCode = body + (Array.from('0123456789X').find((check) => orgCheckHolds(body + check)) ?? '');
  const first17 = `${category}${NEVER_ASSIGNED}${districtCode.slice(2)}${orgCode}`;
  let weight = 1;
  let sum = 0;
  for (const symbol of first17) {
    sum += weight * ALPHABET.indexOf(symbol);
    weight = (weight * 3) % 31;
  }
  return first17 + ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * Writes a number as eight characters of an organisation code.
 *
 * @param number - below 31^6, of a new code, or the last eight digits of which are taken
 * @param isNew - codes since 2015-10-01 begin with MA; older ones are digits
 */
export function orgCodeBody(number: number, isNew: boolean): string {
  if (!isNew) return String(number % 100_000_000).padStart(8, '0');
  let rest = number;
  let body = '';
  for (let place = 0; place < 6; place += 1) {
    body = ALPHABET.charAt(rest % 31) + body;
    rest = Math.floor(rest / 31);
  }
  return `MA${body}`;
}
