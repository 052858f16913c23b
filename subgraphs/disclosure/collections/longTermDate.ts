import { date } from '../../../src/data/fields/date.ts';
import type { Field, FieldWords } from '../../../src/data/fields/Field.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { LONG_TERM } from '../rules/permitRules.ts';

const LABELS = new Set(['长期', '永久', '长期有效', '永久有效', '9999-12-31', '99991231']);

/**
 * Declares the last day of a validity: a validity without an end is written `2099-12-31` (domain section 10.2a) or said in words.
 *
 * @param words - title, description and aliases
 * @param options - whether it must be given
 */
export function longTermDate(words: FieldWords, options: { readonly required?: boolean } = {}): Field<LocalDate> {
  const day = date(words, options);
  return {
    ...day,
    format: `YYYY-MM-DD; ${LONG_TERM} or 长期 without an end`,
    judge: (value) => (LABELS.has(String(value).trim()) ? { value: LONG_TERM } : day.judge(value)),
  };
}
