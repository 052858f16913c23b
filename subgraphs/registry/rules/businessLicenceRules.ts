import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

interface Licence {
  readonly issuedOn?: LocalDate | undefined;
  readonly expiresOn?: LocalDate | undefined;
  readonly statusOn?: LocalDate | undefined;
}

/** 营业执照: original, duplicate and electronic licence have equal effect (市场主体登记管理条例 art. 22). */
export function businessLicenceRules(
  { issuedOn, expiresOn, statusOn }: Licence,
  { publishedOn, today }: RuleSetting,
): RuleVerdict {
  const faults = [
    ...daysAhead({ issuedOn, publishedOn }, today),
    ...daysBefore(issuedOn, ['发照日期', 'the day of issue'], { expiresOn, statusOn }),
  ];
  return faults.length > 0 ? { faults } : { decidedOn: issuedOn, publishedOn };
}
