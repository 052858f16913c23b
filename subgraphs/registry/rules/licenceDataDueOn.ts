import { addDays, type LocalDate } from '../../../src/values/localDate.ts';

/**
 * The last day for refreshing changed data of a licence online: 15 calendar days after the change was approved
 * (市场主体登记管理条例实施细则; domain section 3.1).
 *
 * @param approvedOn - day of approval
 */
export function licenceDataDueOn(approvedOn: LocalDate): LocalDate {
  return addDays(approvedOn, 15);
}
