import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, daysBefore, isReversed } from '../../../src/policy/dateOrder.ts';
import { addDays, addYears, type LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';

/** What the first day of a listing is called where a later day stands before it. */
export const LISTING_DAY = ['列入日期', 'the day of listing'] as const;

/**
 * 经营异常名录: public from listing until removal (企业经营异常名录管理办法, revision of 2025-03-18: a removed listing is no longer shown).
 * Three years on it without cure leads to the serious-violation list (企业信息公示暂行条例 art. 17).
 */
export function abnormalListingRules(
  values: {
    readonly foundOn?: LocalDate | undefined;
    readonly listedOn?: LocalDate | undefined;
    readonly removedOn?: LocalDate | undefined;
  },
  { publishedOn, today }: RuleSetting,
): RuleVerdict {
  const { foundOn, listedOn, removedOn } = values;
  const faults = [
    ...daysAhead({ foundOn, listedOn, publishedOn }, today),
    ...daysBefore(listedOn, LISTING_DAY, { removedOn }),
  ];
  if (faults.length > 0) return { faults };
  return {
    decidedOn: listedOn,
    publishedOn: publishedOn ?? listedOn,
    publicity: {
      ...(listedOn === undefined ? {} : { from: listedOn }),
      ...(removedOn === undefined ? {} : { until: addDays(removedOn, -1) }),
      rule: '企业经营异常名录管理暂行办法（2025年修订）',
    },
    flags: isReversed(foundOn, listedOn) ? ['DATE_ORDER'] : [],
  };
}

/**
 * The last day for the decision to list: 10 working days after the period ended or the fact was found
 * (企业经营异常名录管理暂行办法).
 */
export function listingDueOn(foundOn: LocalDate): LocalDate {
  return addWorkingDays(foundOn, 10);
}

/** The day on which three uncured years end and the listing becomes a serious violation. */
export function seriousViolationDueOn(listedOn: LocalDate): LocalDate {
  return addYears(listedOn, 3);
}
