import { columnsOf } from './envelopeFields.ts';
import type { FactCollection } from './FactCollection.ts';
import { isPlaceholder } from './isPlaceholder.ts';
import type { FieldFault } from './judgeFact.ts';

/**
 * Finds the optional values of an input that can not be taken. A file's row is accepted without such a value and flagged; a
 * person can correct it at once, and by a correction the stored value would be lost.
 *
 * @param collection - the declaration
 * @param input - values by field name, as a person gave them; what is required is judged with the whole fact
 */
export function inputFaults(
  collection: FactCollection,
  input: Readonly<Record<string, unknown>>,
): readonly FieldFault[] {
  return columnsOf(collection).flatMap(([name, field]) => {
    const given = input[name];
    if (field.required || given === undefined || given === null) return [];
    if (typeof given === 'string' && isPlaceholder(given.trim())) return [];
    const judged = field.judge(given);
    return 'fault' in judged ? [{ field: name, fault: judged.fault }] : [];
  });
}
