import type { JsonValue } from '../../../src/ledger/LedgerBody.ts';
import type { Where } from './ListDefinition.ts';

/**
 * Tells whether a fact has the values that a definition asks for. Of a field with several values, one is enough.
 *
 * @param where - what is asked for; nothing is always there
 * @param values - the fact's own
 */
export function holdsValues(where: Where, values: Readonly<Record<string, JsonValue>>): boolean {
  return Object.entries(where).every(([field, asked]) => {
    const accepted = [asked].flat();
    return [values[field] ?? null].flat().some((value) => typeof value === 'string' && accepted.includes(value));
  });
}
