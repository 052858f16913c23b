import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysAhead, daysBefore, dateOrderFault, isReversed } from '../../../src/policy/dateOrder.ts';
import { addDays, addYears, type LocalDate } from '../../../src/values/localDate.ts';
import { normaliseName } from '../../../src/values/names.ts';

interface Suspension {
  readonly suspendedFrom?: LocalDate | undefined;
  readonly suspendedUntil?: LocalDate | undefined;
  readonly resumedOn?: LocalDate | undefined;
}

interface Registration extends Suspension {
  readonly uscc?: string | undefined;
  readonly name?: string | undefined;
  readonly establishedOn?: LocalDate | undefined;
  readonly businessTermFrom?: LocalDate | undefined;
  readonly businessTermTo?: LocalDate | undefined;
}

/** Days in which the end of a suspension must be made public (市场主体登记管理条例 art. 30 and its rules). */
const RESUMPTION_DAYS = 30;

/** What the registry derives from a registration. */
export function enterpriseRules(values: Registration, { today }: RuleSetting): RuleVerdict {
  const { uscc = '', name = '', establishedOn, businessTermFrom, businessTermTo } = values;
  const faults = [...daysAhead({ establishedOn }, today), ...suspensionFaults(values)];
  if (faults.length > 0) return { faults };
  return {
    decidedOn: establishedOn,
    values: {
      // GB 32100-2015: positions 3-8 are the authority's division, frozen at assignment; 9-17 the organisation code.
      divisionCode: uscc.slice(2, 8),
      orgCode: uscc.slice(8, 17),
      nameKey: normaliseName(name),
    },
    flags: isReversed(businessTermFrom, businessTermTo) ? ['DATE_ORDER'] : [],
  };
}

/** The last day that a suspension may have: 歇业 for at most three years (市场主体登记管理条例 art. 30). */
export function suspensionEndsBy(suspendedFrom: LocalDate): LocalDate {
  return addYears(suspendedFrom, 3);
}

/**
 * The last day for making the end of a suspension public: 30 calendar days after it.
 *
 * @param resumedOn - day on which the suspension ended
 */
export function resumptionDueOn(resumedOn: LocalDate): LocalDate {
  return addDays(resumedOn, RESUMPTION_DAYS);
}

function suspensionFaults({ suspendedFrom, suspendedUntil, resumedOn }: Suspension): readonly FieldFault[] {
  const reversed = daysBefore(suspendedFrom, ['歇业起始日期', 'the first day of suspension'], { resumedOn });
  if (suspendedFrom === undefined || suspendedUntil === undefined) return reversed;
  if (suspendedUntil >= suspendedFrom && suspendedUntil <= suspensionEndsBy(suspendedFrom)) return reversed;
  const expected = '歇业期限最长三年，且不得早于起始日 / within three years from the first day of suspension';
  return [...reversed, dateOrderFault('suspendedUntil', expected)];
}
