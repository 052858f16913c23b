import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, isReversed } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { isHousehold } from './isHousehold.ts';

/** The first year that was reported on: the reports replaced the yearly inspection in 2014. */
const FIRST_YEAR = 2013;

/** Large enterprises report overdue payments since the 2020 text of 保障中小企业款项支付条例 (2025 text: art. 18). */
const OVERDUE_PAYMENTS_SINCE = 2020;

interface Report {
  readonly year?: number | undefined;
  readonly filedOn?: LocalDate | undefined;
  readonly openReport?: boolean | undefined;
  readonly enterpriseSize?: string | undefined;
  readonly overdueContracts?: number | undefined;
  readonly overdueAmount?: unknown;
}

/** 企业年度报告: filed from 1 January to 30 June of the following year, then public (企业信息公示暂行条例 art. 8-9). */
export function annualReportRules(values: Report, { publishedOn, subject, today }: RuleSetting): RuleVerdict {
  const { year, filedOn } = values;
  if (year !== undefined && (year < FIRST_YEAR || year > Number(today.slice(0, 4)))) return yearFault();
  const faults = daysAhead({ filedOn, publishedOn }, today);
  if (faults.length > 0) return { faults };
  // An individual household chooses whether its report is public; an enterprise does not (市场主体登记管理条例实施细则).
  const isClosed = values.openReport === false && isHousehold(subject.uscc, subject.category);
  return {
    decidedOn: filedOn,
    publishedOn,
    ...(isClosed ? { usageScope: 'GOV_SHARED' } : {}),
    flags: [
      ...(isTooEarly(values) ? ['DATE_ORDER' as const] : []),
      ...(lacksOverdue(values) ? ['AMOUNT_MISSING' as const] : []),
    ],
  };
}

function isTooEarly({ year, filedOn }: Report): boolean {
  return year !== undefined && isReversed(`${year + 1}-01-01`, filedOn);
}

/** The last day for filing the report on a year, and for the enterprise's own corrections to it. */
export function reportDueOn(year: number): LocalDate {
  return `${year + 1}-06-30`;
}

/** Whether a report came after its window. */
export function isLateReport(year: number, filedOn: LocalDate): boolean {
  return filedOn > reportDueOn(year);
}

function lacksOverdue({ year = 0, enterpriseSize, overdueContracts, overdueAmount }: Report): boolean {
  const mustSay = enterpriseSize === 'LARGE' && year >= OVERDUE_PAYMENTS_SINCE;
  return mustSay && (overdueContracts === undefined || overdueAmount === undefined);
}

function yearFault(): RuleVerdict {
  const expected = `报告年度，${FIRST_YEAR} 年起 / a past year from ${FIRST_YEAR} on`;
  return { faults: [{ field: 'year', fault: { code: 'NUMBER_INVALID', expected } }] };
}
