import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { applicationFaults, type ApplicationValues } from './applicationFaults.ts';
import { objectionDeadlines, type ObjectionDays } from './clocks.ts';

/** The values of an objection that its rules look at. */
export interface ObjectionValues extends ObjectionDays, ApplicationValues {
  readonly answeredOn?: LocalDate | undefined;
  readonly concludedOn?: LocalDate | undefined;
}

/**
 * 异议申请: known to the applicant and the credit office, and shared among departments from the day on which it was forwarded to the one that
 * provided the fact.
 */
export function objectionRules(values: ObjectionValues, { today }: RuleSetting): RuleVerdict {
  const { filedOn, forwardedOn, answeredOn, concludedOn, reviewAskedOn } = values;
  const later = { forwardedOn, answeredOn, concludedOn, reviewAskedOn };
  const faults = [
    ...applicationFaults(values),
    ...daysAhead({ filedOn, ...later }, today),
    ...daysBefore(filedOn, ['提交日期', 'the day of the objection'], later),
  ];
  if (faults.length > 0) return { faults };
  return {
    decidedOn: filedOn,
    usageScope: forwardedOn === undefined ? 'AUTHORISED_QUERY' : 'GOV_SHARED',
    values: { ...objectionDeadlines(values) },
  };
}
