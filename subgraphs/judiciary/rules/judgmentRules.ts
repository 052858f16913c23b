import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { caseKey } from './caseKey.ts';
import { isNaturalPerson, PERSON_SCOPE, personFaults } from './naturalPerson.ts';

/** The values of a court document that its rules look at. */
export interface JudgmentValues {
  readonly caseNo?: string | undefined;
  readonly kind?: string | undefined;
  readonly judgedOn?: LocalDate | undefined;
}

const RULE = '最高人民法院关于人民法院在互联网公布裁判文书的规定（法释〔2016〕19号）';

/**
 * 裁判文书: having been to court says nothing good or bad, so it is NEUTRAL and has no term.
 *
 * What ended by mediation is not published (法释〔2016〕19号 art. 4), so it is shared among departments only; a natural person's case by
 * authorisation only.
 */
export function judgmentRules(values: JudgmentValues, { subject, publishedOn, today }: RuleSetting): RuleVerdict {
  const { caseNo, kind, judgedOn } = values;
  const faults = [
    ...personFaults(subject),
    ...daysAhead({ judgedOn, publishedOn }, today),
    ...daysBefore(judgedOn, ['裁判日期', 'the day of judgment'], { publishedOn }),
  ];
  if (faults.length > 0) return { faults };
  return {
    decidedOn: judgedOn,
    publishedOn,
    publicity: { ...(publishedOn === undefined ? {} : { from: publishedOn }), rule: RULE },
    usageScope: isNaturalPerson(subject) ? PERSON_SCOPE : kind === 'MEDIATION' ? 'GOV_SHARED' : 'PUBLIC',
    values: caseNo === undefined ? {} : { caseKey: caseKey(caseNo) },
  };
}
