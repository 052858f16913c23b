import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

/** 双随机一公开: a result, good or bad, is published and not negative by itself; what follows from it is a fact of its own. */
export function spotCheckRules(
  { checkedOn }: { readonly checkedOn?: LocalDate | undefined },
  { publishedOn }: RuleSetting,
): RuleVerdict {
  const reversed = checkedOn !== undefined && publishedOn !== undefined && publishedOn < checkedOn;
  return { decidedOn: checkedOn, publishedOn, flags: reversed ? ['DATE_ORDER'] : [] };
}
