import { normaliseCode } from '../../../src/values/normaliseCode.ts';
import { foldName } from '../names/foldName.ts';
import { parseName } from '../names/parseName.ts';
import type { MatchQuery, PreparedQuery } from './MatchQuery.ts';

/**
 * Makes a query ready to be compared with many targets.
 *
 * @param query - as it was asked; nothing in it needs to be valid
 */
export function prepareQuery(query: MatchQuery): PreparedQuery {
  const name = query.name === undefined ? undefined : parseName(query.name);
  return {
    name: name?.folded === '' ? undefined : name,
    codes: (query.codes ?? []).map((code) => normaliseCode(code.slice(0, 40))).filter((code) => code !== ''),
    districts: query.district !== undefined && /^\d+$/.test(query.district) ? [query.district.slice(0, 6)] : [],
    address: foldName(query.address ?? ''),
    establishedOn: query.establishedOn,
  };
}
