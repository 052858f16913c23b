import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { caseKey } from './caseKey.ts';
import { isNaturalPerson, PERSON_SCOPE, personFaults } from './naturalPerson.ts';

/** The values of a case that its rules look at. */
export interface BankruptcyValues {
  readonly caseNo?: string | undefined;
  readonly kind?: string | undefined;
  readonly acceptedOn?: LocalDate | undefined;
  readonly planApprovedOn?: LocalDate | undefined;
  readonly declaredOn?: LocalDate | undefined;
  readonly endedOn?: LocalDate | undefined;
}

const RULE = '中华人民共和国企业破产法第十四条';

/**
 * 破产、重整: announced from acceptance (企业破产法 art. 14) and without a term. Insolvency is no dishonest conduct, so it is
 * NEUTRAL. The law knows enterprises only; a person's case (Shenzhen) is by authorisation only.
 */
export function bankruptcyCaseRules(
  values: BankruptcyValues,
  { subject, publishedOn, today }: RuleSetting,
): RuleVerdict {
  const { caseNo, acceptedOn, planApprovedOn, declaredOn, endedOn } = values;
  const faults = [
    ...personFaults(subject),
    ...daysAhead({ acceptedOn, publishedOn }, today),
    ...daysBefore(acceptedOn, ['受理日期', 'the day of acceptance'], { planApprovedOn, declaredOn, endedOn }),
  ];
  if (faults.length > 0) return { faults };
  return {
    decidedOn: acceptedOn,
    publishedOn,
    publicity: { ...(acceptedOn === undefined ? {} : { from: acceptedOn }), rule: RULE },
    usageScope: isNaturalPerson(subject) ? PERSON_SCOPE : 'PUBLIC',
    values: caseNo === undefined ? {} : { caseKey: caseKey(caseNo) },
  };
}

/**
 * The day from which the enterprise may apply for credit repair although its debts are not paid: that of the court order
 * approving its reorganisation plan or settlement, and so during execution (国办发〔2025〕22号; domain sections 6.3 and 10.3).
 *
 * @param bankruptcy - kind of the case, and the day of approval
 * @returns `undefined` in a liquidation, and before approval
 */
export function repairOpenFrom({ kind, planApprovedOn }: BankruptcyValues): LocalDate | undefined {
  return kind === 'LIQUIDATION' ? undefined : planApprovedOn;
}
