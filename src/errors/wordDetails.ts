import { USCC_FAULTS } from '../values/usccFaults.ts';
import type { ErrorDetails, Locale } from './AppError.ts';

/** A phrase that stands in a message for a key among its details. */
type Phrase = Readonly<Record<Locale, string>>;

/** Why values are refused, by the English words; a test finds those that are thrown and missing here. */
const VALUE_REASONS: Readonly<Record<string, string>> = {
  'give it as a string': '请以字符串形式填写',
  'no such model': '没有这样的评价模型',
  '0 … 1': '取值须在 0 到 1 之间',
  'write a possible day as YYYY-MM-DD': '请按 YYYY-MM-DD 填写真实存在的日期',
  'write an instant with its zone, such as 2026-04-01T08:30:00Z': '请填写带时区的时间，例如 2026-04-01T08:30:00Z',
  'write a plain decimal of at most 6 decimals, such as "45400.00"':
    '请以字符串填写至多 6 位小数的十进制数，例如 "45400.00"',
  '`to` must not lie before `from` nor more than a year after it': '`to` 不得早于 `from`，且相隔不得超过一年',
};

/**
 * Puts words for those details of a failure that are keys or English phrases, so that a message is in one language.
 *
 * @param details - the details as they were thrown; machines read these
 * @param locale - the caller's language
 * @returns the details as a message names them
 */
export function wordDetails(details: ErrorDetails, locale: Locale): ErrorDetails {
  const { part, reason } = details;
  return {
    ...details,
    ...(typeof part === 'string' && { part: `${phraseOf(part)?.[locale] ?? part}${suggested(details, locale)}` }),
    ...(typeof reason === 'string' && locale === 'zh' && { reason: VALUE_REASONS[reason] ?? reason }),
  };
}

/** A code that was meant, perhaps; for a person to confirm. */
function suggested({ suggestion }: ErrorDetails, locale: Locale): string {
  if (typeof suggestion !== 'string') return '';
  return locale === 'zh' ? `；是否应为 ${suggestion}？` : `; did you mean ${suggestion}?`;
}

function phraseOf(part: string): Phrase | undefined {
  const phrases: Readonly<Record<string, Phrase>> = USCC_FAULTS;
  return phrases[part];
}
