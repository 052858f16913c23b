import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import { maskPersonName } from '../../../src/values/masks.ts';
import { addDays, type LocalDate } from '../../../src/values/localDate.ts';
import { caseKey } from './caseKey.ts';
import { afterGrace, graceFaults } from './gracePeriod.ts';
import { isNaturalPerson, PERSON_SCOPE, personFaults } from './naturalPerson.ts';

/** The values of an order that its rules look at. */
export interface RestrictionValues {
  readonly caseNo?: string | undefined;
  readonly restrictedPerson?: string | undefined;
  readonly issuedOn?: LocalDate | undefined;
  readonly gracePeriodUntil?: LocalDate | undefined;
  readonly liftedOn?: LocalDate | undefined;
}

const RULE = '最高人民法院关于限制被执行人高消费及有关消费的若干规定（法释〔2015〕17号）';

/**
 * 限制消费令: in force, and public, from its issue until a court lifts it (法释〔2015〕17号 art. 5, 6 and 9); a grace period delays
 * the first day (法发〔2019〕35号 art. 15). It is a measure of enforcement on no list of its own, so it has no severity.
 *
 * An order against a unit names those who act for it (art. 3 para. 2); they are restricted, not in default, and no fact
 * about them follows from it.
 */
export function consumptionRestrictionRules(values: RestrictionValues, setting: RuleSetting): RuleVerdict {
  const { issuedOn, liftedOn, gracePeriodUntil } = values;
  const { subject, publishedOn, today } = setting;
  const start = issuedOn ?? publishedOn;
  const faults = [
    ...personFaults(subject),
    ...daysAhead({ issuedOn, publishedOn }, today),
    ...daysBefore(start, ['签发日期', 'the day of issue'], { liftedOn }),
    ...graceFaults(issuedOn, gracePeriodUntil),
  ];
  if (faults.length > 0) return { faults };
  const from = afterGrace(start, gracePeriodUntil);
  return {
    decidedOn: issuedOn,
    publishedOn,
    publicity: {
      ...(from === undefined ? {} : { from }),
      rule: RULE,
      ...(liftedOn === undefined
        ? {}
        : { until: addDays(liftedOn, -1), endedOn: liftedOn, endReason: 'REMOVED_FROM_LIST' }),
    },
    usageScope: isNaturalPerson(subject) ? PERSON_SCOPE : start === undefined ? 'GOV_SHARED' : 'PUBLIC',
    values: keysOf(values),
    flags: start === undefined ? ['WINDOW_UNKNOWN'] : [],
  };
}

/**
 * What tells the orders of one case apart. The person stands in it as the public may see the name: an id is public, and
 * a full name could be found out by trying names against it.
 */
function keysOf({ caseNo, restrictedPerson }: RestrictionValues): Readonly<Record<string, string>> {
  return {
    ...(caseNo === undefined ? {} : { caseKey: caseKey(caseNo) }),
    ...(restrictedPerson === undefined ? {} : { personKey: maskPersonName(restrictedPerson) }),
  };
}
