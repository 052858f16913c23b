import type { Locale } from '../../errors/AppError.ts';
import { wordFault } from '../../errors/wordFault.ts';
import type { QuarantineReason } from '../quarantine.ts';

/**
 * Tells why a column keeps a row out and what is expected there; never what stands in it.
 *
 * @param reason - as quarantine keeps it
 * @param locale - the reader's language
 * @returns such as `code_raw: not a valid … (not a valid code: CHECK_DIGIT)`
 */
export function wordReason(reason: QuarantineReason, locale: Locale): string {
  const where = reason.column === '*' ? '' : `${reason.column}: `;
  return `${where}${wordFault(reason, locale)}`;
}
