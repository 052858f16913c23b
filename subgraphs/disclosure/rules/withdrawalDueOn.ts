import { addDays, type LocalDate } from '../../../src/values/localDate.ts';

/** Days in which a published decision is to be withdrawn (行政处罚法 art. 48; domain section 17 row 2). */
const WITHDRAWAL_DAYS = 3;

/**
 * The last day for withdrawing a published penalty that was changed, revoked or found void, with the reason: three days, the
 * day itself not counted (民法典 art. 201). Counted in calendar days, which never gives a later day than working days would.
 *
 * @param annulledOn - day on which it was changed, revoked or found void
 */
export function withdrawalDueOn(annulledOn: LocalDate): LocalDate {
  return addDays(annulledOn, WITHDRAWAL_DAYS);
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
