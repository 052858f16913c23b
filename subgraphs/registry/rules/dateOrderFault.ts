import type { RuleVerdict } from '../../../src/data/FactCollection.ts';

/**
 * Refuses a fact whose days stand in an order that its law does not allow.
 *
 * @param field - the day to correct
 * @param expected - what is allowed, in Chinese and English
 */
export function dateOrderFault(field: string, expected: string): RuleVerdict {
  return { faults: [{ field, fault: { code: 'DATE_ORDER', expected } }] };
}
