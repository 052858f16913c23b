import { checkedLength } from '../../../src/data/checkedLength.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { EnterpriseSearchFilter } from '../__generated__/resolvers.ts';
import { dayRangeGrams } from '../index/dayGrams.ts';
import { districtGram, industryGram, statusGram } from '../index/filterGrams.ts';

/** What a caller narrows a search to, made ready. */
export interface SearchFilter {
  /** Pieces that must be there, of each group one. */
  readonly grams: readonly (readonly string[])[];
  /** Lists of which it must stand on one; undefined where any may be. */
  readonly lists: readonly string[] | undefined;
}

const STATUSES_MOST = 6;
const LISTS_MOST = 20;
const DISTRICT = /^(?:\d{2}|\d{4}|\d{6})$/;
const INDUSTRY = /^(?:[A-T]|[A-T]?\d{1,4})$/;

/**
 * Makes a filter ready.
 *
 * @param filter - as a caller gave it; what is null or not given does not narrow, an empty list fits nothing
 * @throws AppError VALUE_INVALID or LIST_TOO_LONG
 */
export function searchFilter(filter: EnterpriseSearchFilter | null | undefined): SearchFilter {
  const { district, industry, statuses, lists } = filter ?? {};
  const place = given(district, DISTRICT, 'district', '2、4 或 6 位数字 / 2, 4 or 6 digits');
  const line = given(industry?.toUpperCase(), INDUSTRY, 'industry', 'GB/T 4754: F, 52, F52, 5211');
  const states = statuses ?? undefined;
  return {
    grams: [
      ...place.map((code) => [districtGram(code)]),
      ...line.map((code) => [industryGram(code.length > 1 ? code.replace(/\D/g, '') : code)]),
      ...(states === undefined ? [] : [checkedLength(states, 'statuses', STATUSES_MOST).map(statusGram)]),
      ...days(filter ?? {}),
    ],
    lists: isGiven(lists) ? checkedLength(lists, 'lists', LISTS_MOST) : undefined,
  };
}

function days({ establishedFrom, establishedTo }: EnterpriseSearchFilter): readonly (readonly string[])[] {
  const from = dayOf(establishedFrom);
  const to = dayOf(establishedTo);
  return from === undefined && to === undefined ? [] : [dayRangeGrams(from, to)];
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function given(value: string | null | undefined, form: RegExp, type: string, reason: string): readonly string[] {
  if (!isGiven(value)) return [];
  if (!form.test(value)) throw new AppError('VALUE_INVALID', { type, reason });
  return [value];
}
