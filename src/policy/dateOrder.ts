import type { FieldFault } from '../data/judgeFact.ts';
import type { LocalDate } from '../values/localDate.ts';

/** Days of a fact by the field that gives them; a day that is not given is in order. */
export type DaysByField = Readonly<Record<string, LocalDate | undefined>>;

/**
 * Tells whether two days stand in an impossible order; what is not given is in order.
 *
 * @param first - the day that must not be later
 * @param second - the day that must not be earlier
 */
export function isReversed(first: LocalDate | undefined, second: LocalDate | undefined): boolean {
  return first !== undefined && second !== undefined && second < first;
}

/**
 * Refuses the days that lie before the one that they can only follow.
 *
 * @param start - the day that comes first
 * @param title - what that day is, in Chinese and in English
 * @param later - the days that follow
 */
export function daysBefore(
  start: LocalDate | undefined,
  [zh, en]: readonly [zh: string, en: string],
  later: DaysByField,
): readonly FieldFault[] {
  return Object.entries(later)
    .filter(([, day]) => isReversed(start, day))
    .map(([field]) => dateOrderFault(field, `不得早于${zh} / not before ${en}`));
}

/**
 * Refuses days that lie ahead: neither a decision nor a first publication can (domain section 11.4). A fault and not a flag,
 * since a flag would be gone when the same file is read again later. Ends, deadlines and removals are not for this check.
 *
 * @param days - the day that the fact was decided or came about, and that of its first publication
 * @param today - the day in Asia/Shanghai
 */
export function daysAhead(days: DaysByField, today: LocalDate): readonly FieldFault[] {
  return Object.entries(days)
    .filter(([, day]) => isReversed(day, today))
    .map(([field]) => dateOrderFault(field, '不得晚于今日 / not later than today'));
}

/**
 * The fault of a day that stands where its law does not allow it.
 *
 * @param field - the day to correct
 * @param expected - what is allowed, in Chinese and English
 */
export function dateOrderFault(field: string, expected: string): FieldFault {
  return { field, fault: { code: 'DATE_ORDER', expected } };
}
