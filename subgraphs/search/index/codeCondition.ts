import type { Filter } from 'mongodb';
import type { IndexedEnterprise } from './IndexedEnterprise.ts';

/** Codes that are looked at. */
const CODES_MOST = 10;

/**
 * Turns codes of any kind into a condition: unified social credit codes, organisation codes, old registration numbers and old tax
 * numbers. Of a unified code the organisation code inside counts as well, since the other parts may be misread.
 *
 * @param codes - normalised
 * @returns undefined where none of them has the form of a code
 */
export function codeCondition(codes: readonly string[]): Filter<IndexedEnterprise> | undefined {
  const some = codes.slice(0, CODES_MOST);
  const ofLength = (length: number): readonly string[] => some.filter((code) => code.length === length);
  const orgCodes = [
    ...ofLength(9),
    ...ofLength(15).map((code) => code.slice(6)),
    ...ofLength(18).map((code) => code.slice(8, 17)),
  ];
  const conditions: Filter<IndexedEnterprise>[] = [
    ...oneOf('subjectUscc', ofLength(18)),
    ...oneOf('orgCode', orgCodes),
    ...oneOf('registrationNo', ofLength(15)),
  ];
  return conditions.length === 0 ? undefined : { $or: conditions };
}

function oneOf(
  field: 'subjectUscc' | 'orgCode' | 'registrationNo',
  codes: readonly string[],
): readonly Filter<IndexedEnterprise>[] {
  return codes.length === 0 ? [] : [{ [field]: { $in: [...codes] } }];
}
