import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysAhead, daysBefore, dateOrderFault } from '../../../src/policy/dateOrder.ts';
import { fixedWindow } from '../../../src/policy/publicityWindow.ts';
import { addDays, addMonths, addYears, type LocalDate } from '../../../src/values/localDate.ts';
import { LISTING_DAY } from './abnormalListingRules.ts';

/** How long a listing stands, and how long before its early removal may be asked for. */
interface ListingTerm {
  /** Listings decided from this day on. */
  readonly since: LocalDate;
  readonly rule: string;
  readonly months: number;
  /** Absent where the rule knows no early removal. */
  readonly minimumMonths?: number;
}

/**
 * Terms by the day of listing, newest first. The three years of Order 44 are not confirmed from its text (domain section 3.6),
 * so the period is a parameter here; the five years before it are 企业信息公示暂行条例 (2014) art. 17.
 */
export const LISTING_TERMS: readonly ListingTerm[] = [
  {
    since: '2021-09-01',
    rule: '市场监督管理严重违法失信名单管理办法（总局令第44号）',
    months: 36,
    minimumMonths: 12,
  },
  { since: '0001-01-01', rule: '企业信息公示暂行条例（2014）第十七条', months: 60 },
];

interface Listing {
  readonly listedOn?: LocalDate | undefined;
  readonly removedOn?: LocalDate | undefined;
  readonly removalKind?: string | undefined;
}

/** 严重违法失信名单: public from listing until removal, at the longest until its term is over. */
export function seriousViolationListingRules(values: Listing, { publishedOn, today }: RuleSetting): RuleVerdict {
  const { listedOn, removedOn } = values;
  const severity = 'SERIOUS';
  if (listedOn === undefined) {
    return { publishedOn, severity, usageScope: 'GOV_SHARED', flags: ['WINDOW_UNKNOWN'] };
  }
  const faults = [...daysAhead({ listedOn, publishedOn }, today), ...removalFaults(listedOn, values)];
  if (faults.length > 0) return { faults };
  const { months, minimumMonths, rule } = listingTerm(listedOn);
  const term = fixedWindow(listedOn, months, rule, minimumMonths);
  const lastDay = removedOn === undefined ? undefined : addDays(removedOn, -1);
  const removedEarly = lastDay !== undefined && term.until !== undefined && lastDay < term.until;
  return {
    decidedOn: listedOn,
    publishedOn: publishedOn ?? listedOn,
    severity,
    publicity: removedEarly ? { ...term, until: lastDay } : term,
  };
}

/** The term that a listing falls under by its day. */
export function listingTerm(listedOn: LocalDate): ListingTerm {
  const term = LISTING_TERMS.find(({ since }) => since <= listedOn);
  if (term === undefined) throw new RangeError('No term covers the day of listing.');
  return term;
}

/** The first day on which early removal may be asked for: the day after the first year is over (Order 44). */
export function earlyRemovalFrom(listedOn: LocalDate): LocalDate | null {
  const { minimumMonths } = listingTerm(listedOn);
  return minimumMonths === undefined ? null : addDays(addMonths(listedOn, minimumMonths), 1);
}

/**
 * The last day on which who heads a listed enterprise may not be legal representative or head of another: three years from
 * listing (企业信息公示暂行条例 art. 17), whether or not it is removed early. A listing that was revoked bars nobody.
 *
 * @param listing - its day, and how it ended
 * @returns null where no bar follows or its day is not known
 */
export function leadershipBarUntil({ listedOn, removalKind }: Listing): LocalDate | null {
  return listedOn === undefined || removalKind === 'DECISION_REVOKED' ? null : addYears(listedOn, 3);
}

function removalFaults(listedOn: LocalDate, { removedOn, removalKind }: Listing): readonly FieldFault[] {
  const reversed = daysBefore(listedOn, LISTING_DAY, { removedOn });
  if (removedOn === undefined || reversed.length > 0 || removalKind !== 'EARLY') return reversed;
  const earliest = earlyRemovalFrom(listedOn);
  if (earliest !== null && removedOn >= earliest) return [];
  return [dateOrderFault('removedOn', '列入满一年后方可提前移出 / early removal only after one year on the list')];
}
