import type { Locale } from '../errors/AppError.ts';
import { wordFault } from '../errors/wordFault.ts';
import type { FactWriteResult } from './changeFact.ts';
import type { FieldFault } from './judgeFact.ts';

/**
 * Says why nothing was written.
 *
 * @param faults - what must be corrected first
 * @param locale - the caller's language
 */
export function refusedWrite(faults: readonly FieldFault[], locale: Locale): FactWriteResult {
  const errors = faults.map(({ field, fault }) => ({ field, code: fault.code, message: wordFault(fault, locale) }));
  return { id: null, revision: null, changed: false, qualityFlags: [], errors };
}
