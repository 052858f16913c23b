import type { RuleSetting, RuleVerdict } from '../../src/data/FactCollection.ts';
import { addDays, addYears, type LocalDate } from '../../src/values/localDate.ts';
import { normaliseName } from '../../src/values/names.ts';

/** What the registry derives from a registration. */
export function enterpriseRules(values: {
  readonly uscc?: string | undefined;
  readonly name?: string | undefined;
  readonly establishedOn?: LocalDate | undefined;
  readonly businessTermFrom?: LocalDate | undefined;
  readonly businessTermTo?: LocalDate | undefined;
}): RuleVerdict {
  const { uscc = '', name = '', establishedOn, businessTermFrom, businessTermTo } = values;
  const reversed = businessTermFrom !== undefined && businessTermTo !== undefined && businessTermTo < businessTermFrom;
  return {
    decidedOn: establishedOn,
    values: {
      // GB 32100-2015: positions 3-8 are the authority's division, frozen at assignment; 9-17 the organisation code.
      divisionCode: uscc.slice(2, 8),
      orgCode: uscc.slice(8, 17),
      nameKey: normaliseName(name),
    },
    flags: reversed ? ['DATE_ORDER'] : [],
  };
}

/**
 * 经营异常名录: public from listing until removal (企业经营异常名录管理办法, revision of 2025-03-18: a removed listing is no longer shown).
 * Three years on it without cure leads to the serious-violation list (企业信息公示暂行条例 art. 17).
 */
export function abnormalListingRules(
  values: { readonly listedOn?: LocalDate | undefined; readonly removedOn?: LocalDate | undefined },
  { publishedOn }: RuleSetting,
): RuleVerdict {
  const { listedOn, removedOn } = values;
  if (listedOn !== undefined && removedOn !== undefined && removedOn < listedOn) return dateOrderFault('removedOn');
  return {
    decidedOn: listedOn,
    publishedOn: publishedOn ?? listedOn,
    publicity: {
      ...(listedOn === undefined ? {} : { from: listedOn }),
      ...(removedOn === undefined ? {} : { until: addDays(removedOn, -1) }),
      rule: '企业经营异常名录管理暂行办法（2025年修订）',
    },
  };
}

/** The day on which three uncured years end and the listing becomes a serious violation. */
export function seriousViolationDueOn(listedOn: LocalDate): LocalDate {
  return addYears(listedOn, 3);
}

function dateOrderFault(field: string): RuleVerdict {
  return { faults: [{ field, fault: { code: 'DATE_ORDER', expected: '不得早于列入日期 / not before the day of listing' } }] };
}
