import type { Locale } from '../../errors/AppError.ts';
import type { QuarantineReason } from '../quarantine.ts';
import { FAULT_TITLES } from './faultTitles.ts';

const HAN = /\p{Script=Han}/u;

/**
 * Tells why a column keeps a row out and what is expected there; never what stands in it.
 *
 * @param reason - as quarantine keeps it
 * @param locale - the reader's language
 * @returns such as `code_raw: not a valid … (not a valid code: CHECK_DIGIT)`
 */
export function wordReason({ column, code, expected }: QuarantineReason, locale: Locale): string {
  const what = FAULT_TITLES[code][locale];
  const wanted = expectedIn(expected, locale);
  const where = column === '*' ? '' : `${column}: `;
  return locale === 'zh' ? `${where}${what}（${wanted}）` : `${where}${what} (${wanted})`;
}

/** Chinese, a stroke and English; what names only codes and labels is the same in both languages. */
function expectedIn(expected: string, locale: Locale): string {
  const stroke = expected.indexOf('/ ');
  const [zh, en] = [expected.slice(0, Math.max(stroke, 0)).trim(), expected.slice(stroke + 2)];
  if (!HAN.test(zh) || HAN.test(en)) return expected;
  return locale === 'zh' ? zh : en;
}
