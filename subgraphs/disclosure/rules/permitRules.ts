import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { DraftSubject } from '../../../src/data/FactDraft.ts';
import { daysAhead, isReversed } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { missingFault, partyFaults, type PartyPapers } from './checks.ts';
import { filledFields } from './filledFields.ts';
import { meaningOf, type PermitState } from './permitStates.ts';
import { publicationClock } from './publicationClock.ts';

/** How a validity without an end is written (domain section 10.2a). */
export const LONG_TERM: LocalDate = '2099-12-31';

/** The values that the rules for permits look at. */
export interface PermitValues extends PartyPapers {
  readonly docNo?: string | undefined;
  readonly certNo?: string | undefined;
  readonly decidedOn?: LocalDate | undefined;
  readonly validFrom?: LocalDate | undefined;
  readonly validTo?: LocalDate | undefined;
  readonly state?: PermitState | undefined;
  readonly cityState?: PermitState | undefined;
}

/** Fields that the template asks of every permit (domain section 10.2a). */
const ASKED = [
  'docName',
  'docNo',
  'category',
  'content',
  'decidedOn',
  'validFrom',
  'validTo',
  'authority',
  'authorityUscc',
  'state',
];

/**
 * 行政许可: basic information, public without an end. The certificate's number stands in where the decision has none.
 *
 * A permit of a natural person is open to authorised queries only (domain section 16).
 *
 * @param given - the judged values
 * @param setting - the day, the party, and what the source never has
 */
export function permitRules(given: PermitValues, setting: RuleSetting): RuleVerdict {
  const { publishedOn, subject } = setting;
  const faults = permitFaults(given, setting);
  if (faults.length > 0) return { faults };
  const { decidedOn, validFrom, validTo } = given;
  const isDisordered = isReversed(decidedOn, publishedOn) || isReversed(validFrom, validTo);
  return {
    decidedOn,
    publishedOn,
    disputed: meaningOf(given.state ?? given.cityState).disputed,
    ...(subject.category === 'NATURAL_PERSON' ? { usageScope: 'AUTHORISED_QUERY' } : {}),
    publicity: { ...(decidedOn === undefined ? {} : { from: decidedOn }), rule: '行政许可公示：无截止期' },
    values: derivedValues(given, subject),
    flags: isDisordered ? ['DATE_ORDER'] : [],
  };
}

function derivedValues(given: PermitValues, subject: DraftSubject): Record<string, unknown> {
  const docNo = given.docNo ?? given.certNo;
  const state = given.state ?? given.cityState;
  const { validity } = meaningOf(state);
  const { decidedOn, validTo } = given;
  return {
    ...(docNo === undefined ? {} : { docNo }),
    ...(state === undefined ? {} : { state }),
    ...(validity === undefined ? {} : { validity }),
    isLongTerm: validTo === LONG_TERM,
    ...(decidedOn === undefined ? {} : publicationClock(decidedOn)),
    ...filledFields(ASKED, { ...given, docNo, state }, subject),
  };
}

function permitFaults(given: PermitValues, { publishedOn, today, subject, neverHas }: RuleSetting) {
  const found: Readonly<Record<string, unknown>> = {
    docNo: given.docNo ?? given.certNo,
    state: given.state ?? given.cityState,
  };
  const titles = { docNo: '行政许可决定文书号（或许可编号）', state: '当前状态' };
  const missing = Object.entries(titles).filter(([field]) => found[field] === undefined && !neverHas.has(field));
  return [
    ...daysAhead({ decidedOn: given.decidedOn, publishedOn }, today),
    ...partyFaults(subject, given, neverHas),
    ...missing.map(([field, title]) => missingFault(field, title)),
  ];
}
