import type { LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';

/** Working days in which a published decision is to be withdrawn (行政处罚法 art. 48; domain section 17 row 2). */
const WITHDRAWAL_DAYS = 3;

/**
 * The last day for withdrawing a published penalty that was changed, revoked or found void, with the reason: three days,
 * the day itself not counted. 行政处罚法 art. 85 says of its 二日, 三日, 五日 and 七日 that they are working days.
 *
 * @param annulledOn - day on which it was changed, revoked or found void
 */
export function withdrawalDueOn(annulledOn: LocalDate): LocalDate {
  return addWorkingDays(annulledOn, WITHDRAWAL_DAYS);
}

/**
 * Whether a penalty was withdrawn by that day.
 *
 * @param annulledOn - day on which it was changed, revoked or found void, where the department said so
 * @param withdrawnOn - day of withdrawal
 * @returns null where the first is not known
 */
export function isWithdrawnInTime(annulledOn: LocalDate | undefined, withdrawnOn: LocalDate): boolean | null {
  return annulledOn === undefined ? null : withdrawnOn <= withdrawalDueOn(annulledOn);
}
