import { AppError } from '../../../src/errors/AppError.ts';
import { checkedLength } from '../../../src/data/checkedLength.ts';
import { MAX_PAGE } from '../../../src/data/connection.ts';
import { isBlank } from '../../../src/data/isBlank.ts';
import { setGiven, type Growing } from '../../../src/data/setGiven.ts';
import type { MatchQuery } from '../matching/MatchQuery.ts';
import { CUT_OFF, MATCH_THRESHOLD } from '../matching/thresholds.ts';
import type { EnterpriseMatchInput, QueryMatchEnterprisesArgs } from '../__generated__/resolvers.ts';

/** Records to be matched, checked. */
export interface AskedRecords {
  readonly records: readonly MatchQuery[];
  readonly threshold: number;
  readonly cutOff: number;
  readonly first: number;
}

const MOST_CODES = 10;
/** Longest name and address, in characters; no registered one comes near it. */
const LONGEST = { name: 400, district: 100, address: 1000 } as const;
const LONGEST_CODE = 40;
const MOST_CANDIDATES = 20;

/**
 * Checks what is asked to be matched.
 *
 * @param asked - as clients give it
 * @throws AppError LIST_TOO_LONG, RECORD_EMPTY, VALUE_INVALID or PAGE_SIZE; it names the record by its place, never its values
 */
export function checkedRecords({ queries, threshold, cutOff, first }: QueryMatchEnterprisesArgs): AskedRecords {
  const records = checkedLength(queries, 'queries', MAX_PAGE).map(recordOf);
  const most = first ?? 5;
  if (most < 1 || most > MOST_CANDIDATES) throw new AppError('PAGE_SIZE', { limit: MOST_CANDIDATES });
  return {
    records,
    threshold: fraction(threshold ?? MATCH_THRESHOLD, 'threshold'),
    cutOff: fraction(cutOff ?? CUT_OFF, 'cutOff'),
    first: most,
  };
}

function fraction(value: number, name: string): number {
  if (value < 0 || value > 1) throw new AppError('VALUE_INVALID', { type: name, reason: '0 … 1' });
  return value;
}

function recordOf(input: EnterpriseMatchInput, index: number): MatchQuery {
  const given = checkedLength(input.codes ?? [], `queries[${index}].codes`, MOST_CODES).filter(
    (code) => !isBlank(code),
  );
  for (const code of given) refuseLong(code, LONGEST_CODE, index, 'codes');
  const record: Growing<MatchQuery> = {};
  for (const part of ['name', 'district', 'address'] as const) {
    refuseLong(input[part] ?? '', LONGEST[part], index, part);
    setGiven(record, part, givenText(input[part]));
  }
  if (given.length > 0) record.codes = given;
  setGiven(record, 'establishedOn', givenText(input.establishedOn));
  if (Object.keys(record).length === 0) throw new AppError('RECORD_EMPTY', { index });
  return record;
}

function givenText(value: string | null | undefined): string | undefined {
  return isBlank(value) ? undefined : (value ?? undefined);
}

function refuseLong(value: string, limit: number, index: number, part: string): void {
  if (value.length <= limit) return;
  throw new AppError('VALUE_INVALID', { type: `queries[${index}].${part}`, reason: `≤ ${limit}` });
}
