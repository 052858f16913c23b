import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { maskPersonName } from '../../../src/values/masks.ts';

/** 动产抵押、股权出质、知识产权出质: count from their registration. */
export function pledgeRules(
  values: { readonly registeredOn?: LocalDate | undefined; readonly cancelledOn?: LocalDate | undefined },
  { publishedOn, today }: RuleSetting,
): RuleVerdict {
  const { registeredOn, cancelledOn } = values;
  const faults = [
    ...daysAhead({ registeredOn, publishedOn }, today),
    ...daysBefore(registeredOn, ['登记日期', 'the day of registration'], { cancelledOn }),
  ];
  return faults.length > 0 ? { faults } : { decidedOn: registeredOn, publishedOn };
}

/** Longest name that is taken for a person's where the source does not say who the party is. */
const LONGEST_PERSON_NAME = 4;

/**
 * Shows a party of a pledge: an organisation by its name, a natural person by the family name only (domain section 16).
 *
 * @param name - as registered
 * @param category - kind of the party; where the source has none, a name of up to four characters counts as a person's
 */
export function shownParty(name: string | undefined, category: string | undefined): string | null {
  if (name === undefined) return null;
  const isPerson =
    category === undefined ? Array.from(name).length <= LONGEST_PERSON_NAME : category === 'NATURAL_PERSON';
  return isPerson ? maskPersonName(name) : name;
}
