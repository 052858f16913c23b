import { addDays, addMonths, type LocalDate } from '../../../src/values/localDate.ts';

/** Calendar days of notice, and of the time to apply after it (市场主体登记管理条例 art. 33 and its rules; domain section 17 row 22). */
const NOTICE_DAYS = 20;
const APPLICATION_DAYS = 20;
/** Months after which a licence that was revoked without deregistration is marked. */
const MARKED_AFTER_MONTHS = 6;

/**
 * The last day of the notice of a simple deregistration (简易注销公告): 20 days, the day of the notice not counted (民法典 art. 201).
 *
 * @param noticeFrom - day of the notice
 */
export function noticeEndsOn(noticeFrom: LocalDate): LocalDate {
  return addDays(noticeFrom, NOTICE_DAYS);
}

/** The last day on which simple deregistration can be applied for: 20 days after the notice has ended. */
export function applicationDueOn(noticeFrom: LocalDate): LocalDate {
  return addDays(noticeEndsOn(noticeFrom), APPLICATION_DAYS);
}

/** What decides on the mark. */
export interface Closure {
  readonly status?: string | undefined;
  /** Day on which the licence was revoked or closure ordered. */
  readonly revokedOn?: LocalDate | undefined;
}

/**
 * Whether an enterprise bears the special mark of one that was revoked or closed and has not deregistered for six months
 * (市场主体登记管理条例实施细则; domain section 3.1). The sixth month must be over: on its last day there is no mark yet.
 *
 * @param closure - its state and the day of revocation
 * @param today - the day in Asia/Shanghai
 * @returns null where it is revoked and nobody says since when
 */
export function isMarkedUncancelled({ status, revokedOn }: Closure, today: LocalDate): boolean | null {
  if (status !== 'REVOKED') return status === undefined ? null : false;
  return revokedOn === undefined ? null : today > addMonths(revokedOn, MARKED_AFTER_MONTHS);
}
