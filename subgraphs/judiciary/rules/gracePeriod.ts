import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysBefore } from '../../../src/policy/dateOrder.ts';
import { addDays, addMonths, type LocalDate } from '../../../src/values/localDate.ts';

/** 法发〔2019〕35号 art. 15: one to three months. */
const MOST_MONTHS = 3;

/**
 * The first public day of a decision: a court may grant a grace period of one to three months in which a listing or a
 * consumption restriction is not published (法发〔2019〕35号 art. 15).
 *
 * @param start - day of the decision or, where it is not known, of publication
 * @param gracePeriodUntil - last day of the grace period
 * @returns `undefined` where neither is known
 */
export function afterGrace(
  start: LocalDate | undefined,
  gracePeriodUntil: LocalDate | undefined,
): LocalDate | undefined {
  if (gracePeriodUntil === undefined) return start;
  const after = addDays(gracePeriodUntil, 1);
  return start === undefined || start < after ? after : start;
}

/**
 * What is wrong with a grace period: it ends before it starts, or lasts longer than the law allows. A wrong year would
 * hide a decision for ever.
 *
 * @param start - day of the decision
 * @param gracePeriodUntil - last day of the grace period
 */
export function graceFaults(
  start: LocalDate | undefined,
  gracePeriodUntil: LocalDate | undefined,
): readonly FieldFault[] {
  if (start !== undefined && gracePeriodUntil !== undefined && gracePeriodUntil > addMonths(start, MOST_MONTHS)) {
    const expected = '宽限期最长三个月 / a grace period lasts three months at most';
    return [{ field: 'gracePeriodUntil', fault: { code: 'DATE_INVALID', expected } }];
  }
  return daysBefore(start, ['决定日期', 'the day of decision'], { gracePeriodUntil });
}
