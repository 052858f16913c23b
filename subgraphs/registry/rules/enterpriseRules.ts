import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysAhead, dateOrderFault, isReversed } from '../../../src/policy/dateOrder.ts';
import { addYears, type LocalDate } from '../../../src/values/localDate.ts';
import { normaliseName } from '../../../src/values/names.ts';

interface Suspension {
  readonly suspendedFrom?: LocalDate | undefined;
  readonly suspendedUntil?: LocalDate | undefined;
}

interface Registration extends Suspension {
  readonly uscc?: string | undefined;
  readonly name?: string | undefined;
  readonly establishedOn?: LocalDate | undefined;
  readonly businessTermFrom?: LocalDate | undefined;
  readonly businessTermTo?: LocalDate | undefined;
}

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

function suspensionFaults({ suspendedFrom, suspendedUntil }: Suspension): readonly FieldFault[] {
  if (suspendedFrom === undefined || suspendedUntil === undefined) return [];
  if (suspendedUntil >= suspendedFrom && suspendedUntil <= suspensionEndsBy(suspendedFrom)) return [];
  const expected = '歇业期限最长三年，且不得早于起始日 / within three years from the first day of suspension';
  return [dateOrderFault('suspendedUntil', expected)];
}
