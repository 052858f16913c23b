import type { FieldFault } from '../../../src/data/judgeFact.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

/**
 * Names the days that lie before the one that they can only follow; days that are not given are in order.
 *
 * @param start - the day that comes first
 * @param title - its Chinese term, for the fault
 * @param later - days by field name
 */
export function daysBefore(
  start: LocalDate | undefined,
  title: string,
  later: Readonly<Record<string, LocalDate | undefined>>,
): readonly FieldFault[] {
  return Object.entries(later)
    .filter(([, day]) => start !== undefined && day !== undefined && day < start)
    .map(([field]) => ({
      field,
      fault: { code: 'DATE_ORDER', expected: `不得早于${title} / not before the day of ${title}` },
    }));
}
