import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, isReversed } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

/** 双随机一公开: a result, good or bad, is published and not negative by itself; what follows from it is a fact of its own. */
export function spotCheckRules(
  { checkedOn }: { readonly checkedOn?: LocalDate | undefined },
  { publishedOn, today }: RuleSetting,
): RuleVerdict {
  const faults = daysAhead({ checkedOn, publishedOn }, today);
  if (faults.length > 0) return { faults };
  return { decidedOn: checkedOn, publishedOn, flags: isReversed(checkedOn, publishedOn) ? ['DATE_ORDER'] : [] };
}
