import type { LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';

/**
 * The last day for making registrations, mortgages, pledges and checks public: 20 working days after they came about
 * (企业信息公示暂行条例 art. 6 and 10; for spot checks taken over without a confirmed text).
 *
 * @param createdOn - the day of approval, registration or check
 */
export function publicityDueOn(createdOn: LocalDate): LocalDate {
  return addWorkingDays(createdOn, 20);
}
