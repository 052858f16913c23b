import { parseLocalDate, type LocalDate } from '../../values/localDate.ts';
import type { Field, FieldWords } from './Field.ts';

/**
 * Declares a day in Asia/Shanghai, stored as `YYYY-MM-DD` so that text order is time order.
 *
 * @param words - title, description and aliases
 * @param options - whether it must be given
 */
export function date(words: FieldWords, options: { readonly required?: boolean } = {}): Field<LocalDate> {
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: 'YYYY-MM-DD',
    judge(value) {
      const day = parseLocalDate(value);
      return day === undefined
        ? { fault: { code: 'DATE_INVALID', expected: '日期，如 2026-04-01 / a day such as 2026-04-01' } }
        : { value: day };
    },
  };
}
