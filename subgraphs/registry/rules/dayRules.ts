import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

/**
 * The rules of a kind of fact of which the law says nothing but that it came about on a day, which can not lie ahead.
 *
 * @param field - the field that gives the day
 */
export function dayRules<Name extends string>(field: Name) {
  return (
    values: Readonly<Partial<Record<Name, LocalDate | undefined>>>,
    { publishedOn, today }: RuleSetting,
  ): RuleVerdict => {
    const decidedOn = values[field];
    const faults = daysAhead({ [field]: decidedOn, publishedOn }, today);
    return faults.length > 0 ? { faults } : { decidedOn, publishedOn };
  };
}
