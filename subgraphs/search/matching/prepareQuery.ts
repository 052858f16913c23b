import { normaliseCode } from '../../../src/values/normaliseCode.ts';
import { foldName } from '../names/foldName.ts';
import { parseName } from '../names/parseName.ts';
import { takeRegion } from '../names/takeRegion.ts';
import type { MatchQuery, PreparedQuery } from './MatchQuery.ts';

/** No code is longer, whatever was put between its characters. */
const LONGEST_CODE = 40;
const MOST_CODES = 10;
const DIVISION_CODE = /^[1-9]\d{1,11}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Makes a query ready to be compared with many targets.
 *
 * @param query - as it was asked; nothing in it needs to be valid
 */
export function prepareQuery(query: MatchQuery): PreparedQuery {
  const name = query.name === undefined ? undefined : parseName(query.name);
  const district = foldName(query.district ?? '');
  return {
    name: name?.folded === '' ? undefined : name,
    codes: codesOf(query.codes ?? []),
    districts: divisionsOf(district),
    district,
    address: foldName(query.address ?? ''),
    establishedOn: DAY.test(query.establishedOn ?? '') ? query.establishedOn : undefined,
  };
}

function codesOf(given: readonly string[]): readonly string[] {
  const codes = given.slice(0, MOST_CODES).map((code) => normaliseCode(code.slice(0, LONGEST_CODE)));
  return [...new Set(codes.filter((code) => /[0-9A-Z]/.test(code)))];
}

/** The code of a province, city or county, or those that a name can mean; towns and villages are cut off. */
function divisionsOf(district: string): readonly string[] {
  if (!DIVISION_CODE.test(district)) return takeRegion(district).codes;
  return [district.slice(0, Math.min(6, district.length - (district.length % 2))).replace(/(?:00)+$/, '')];
}
