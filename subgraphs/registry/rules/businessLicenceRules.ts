import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { dateOrderFault } from './dateOrderFault.ts';

interface Licence {
  readonly issuedOn?: LocalDate | undefined;
  readonly expiresOn?: LocalDate | undefined;
  readonly statusOn?: LocalDate | undefined;
}

/** 营业执照: original, duplicate and electronic licence have equal effect (市场主体登记管理条例 art. 22). */
export function businessLicenceRules(
  { issuedOn, expiresOn, statusOn }: Licence,
  { publishedOn }: RuleSetting,
): RuleVerdict {
  if (isBefore(expiresOn, issuedOn))
    return dateOrderFault('expiresOn', '不得早于发照日期 / not before the day of issue');
  if (isBefore(statusOn, issuedOn)) return dateOrderFault('statusOn', '不得早于发照日期 / not before the day of issue');
  return { decidedOn: issuedOn, publishedOn };
}

function isBefore(day: LocalDate | undefined, start: LocalDate | undefined): boolean {
  return day !== undefined && start !== undefined && day < start;
}
