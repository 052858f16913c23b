import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

/** 企业信用风险分类: computed anew every month for every enterprise, so the month is part of what it is (国市监信发〔2022〕6号). */
export function riskClassRules(
  { computedOn }: { readonly computedOn?: LocalDate | undefined },
  { publishedOn, today }: RuleSetting,
): RuleVerdict {
  const faults = daysAhead({ computedOn, publishedOn }, today);
  if (faults.length > 0) return { faults };
  return {
    decidedOn: computedOn,
    publishedOn,
    values: computedOn === undefined ? {} : { period: computedOn.slice(0, 7) },
  };
}
