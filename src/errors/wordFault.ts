import type { Locale } from './AppError.ts';
import { FAULTS, type FaultCode } from './faults.ts';

const HAN = /\p{Script=Han}/u;
/** English never begins with a Chinese character; what does, such as `是 / 否`, are two labels and no translation. */
const BEGINS_HAN = /^\s*\p{Script=Han}/u;

/**
 * Tells in one language why a value can not be taken and what is expected; the value itself is never repeated.
 *
 * @param fault - its code, and what is expected as the judge says it: Chinese, a stroke and English
 * @param locale - the reader's language
 * @returns such as `not a valid unified social credit code (not a valid code: CHECK_DIGIT)`
 */
export function wordFault(
  { code, expected }: { readonly code: FaultCode; readonly expected: string },
  locale: Locale,
): string {
  const wanted = expectedIn(expected, locale);
  return locale === 'zh' ? `${FAULTS[code].zh}（${wanted}）` : `${FAULTS[code].en} (${wanted})`;
}

/** Chinese, a stroke and English; what names only codes and labels is the same in both languages. */
function expectedIn(expected: string, locale: Locale): string {
  const parts = expected.split('/ ');
  const at = parts.findIndex((_, index) => index > 0 && isTranslation(parts, index));
  if (at === -1) return expected;
  return locale === 'zh' ? parts.slice(0, at).join('/ ').trim() : parts.slice(at).join('/ ');
}

/** Strokes also stand between two labels, and inside brackets: no translation begins there. */
function isTranslation(parts: readonly string[], at: number): boolean {
  const en = parts.slice(at).join('/ ');
  const isWhole = en.split('(').length === en.split(')').length;
  return isWhole && !BEGINS_HAN.test(en) && HAN.test(parts.slice(0, at).join(''));
}
