import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { applicationFaults, type ApplicationValues } from './applicationFaults.ts';
import { repairDeadlines, type RepairDays } from './clocks.ts';

/** The values of an application for repair that its rules look at. */
export interface RepairValues extends RepairDays, ApplicationValues {
  readonly filedOn?: LocalDate | undefined;
  readonly forwardedOn?: LocalDate | undefined;
  readonly ruledOn?: LocalDate | undefined;
}

/**
 * 信用修复申请: known to the applicant and the credit office, and shared among departments from the day on which it was forwarded to the one
 * that decides. A promise letter is mandatory, and proof that the obligations are done; nothing else may be asked for.
 */
export function repairRules(values: RepairValues, { today }: RuleSetting): RuleVerdict {
  const { status, filedOn, submittedOn, forwardedOn, ruledOn, appealedOn } = values;
  const faults = [
    ...applicationFaults(values),
    ...daysAhead({ filedOn, submittedOn, forwardedOn, ruledOn, appealedOn }, today),
    ...daysBefore(filedOn, ['填报日期', 'the day on which it was begun'], { submittedOn, forwardedOn, ruledOn }),
    ...(status === 'DRAFT' || status === 'WITHDRAWN' ? [] : unfinished(values)),
  ];
  if (faults.length > 0) return { faults };
  return {
    decidedOn: submittedOn ?? filedOn,
    usageScope: forwardedOn === undefined ? 'AUTHORISED_QUERY' : 'GOV_SHARED',
    values: { ...repairDeadlines(values) },
  };
}

/** What a submitted application must have. */
function unfinished({ submittedOn, evidence = [], promise = [] }: RepairValues): readonly FieldFault[] {
  return [
    ...(submittedOn === undefined ? [missing('submittedOn', '提交日期 / day of the application')] : []),
    ...(evidence.length === 0 ? [missing('evidence', '履行义务的证明材料 / proof that the obligations are done')] : []),
    ...(promise.length === 0 ? [missing('promise', '信用承诺书 / a promise letter')] : []),
  ];
}

function missing(field: string, expected: string): FieldFault {
  return { field, fault: { code: 'REQUIRED_MISSING', expected } };
}
