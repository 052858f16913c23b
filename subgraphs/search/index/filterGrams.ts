import type { IndexedEnterprise } from './IndexedEnterprise.ts';
import { dayGrams } from './dayGrams.ts';
import { industrySection } from './industrySection.ts';

/** Longest beginning of an industry's code that is kept. */
const INDUSTRY_DIGITS = 4;

/**
 * Gives the pieces by which filters find an enterprise. A blank or colon stands in none of the pieces of names, so the two kinds share
 * one set of postings.
 *
 * @param enterprise - as the index holds it
 */
export function filterGrams({
  districtCode,
  industryCode,
  status,
  establishedOn,
}: Pick<IndexedEnterprise, 'districtCode' | 'industryCode' | 'status' | 'establishedOn'>): readonly string[] {
  const levels = [2, 4, 6].filter((length) => districtCode.length >= length);
  const digits = (industryCode ?? '').replace(/\D/g, '').slice(0, INDUSTRY_DIGITS);
  const section = industrySection(digits);
  return [
    ...levels.map((length) => districtGram(districtCode.slice(0, length))),
    ...Array.from(digits, (_, at) => industryGram(digits.slice(0, at + 1))),
    ...(section === undefined ? [] : [industryGram(section)]),
    ...(status === undefined ? [] : [statusGram(status)]),
    ...(establishedOn === undefined ? [] : dayGrams(establishedOn)),
  ];
}

/**
 * The piece of a division.
 *
 * @param code - its first 2, 4 or 6 digits
 */
export function districtGram(code: string): string {
  return `district:${code}`;
}

/**
 * The piece of an industry.
 *
 * @param code - the letter of its section, or the first digits of its code without that letter
 */
export function industryGram(code: string): string {
  return `industry:${code}`;
}

/**
 * The piece of a state.
 *
 * @param status - of a registration
 */
export function statusGram(status: string): string {
  return `status:${status}`;
}
