import type { FactCollection } from '../../src/data/FactCollection.ts';

/**
 * Gives every field of a collection a value that it takes: a mark where it is a text.
 *
 * @param collection - the declaration
 * @param mark - short text
 * @param uscc - for fields that hold codes
 */
export function markedValues(collection: FactCollection, mark: string, uscc: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(collection.fields)) {
    const candidates = [mark, '2026-01-05', '1', '是', Object.keys(field.codes ?? {})[0] ?? '', uscc];
    const judged = candidates.map((candidate) => field.judge(candidate)).find((verdict) => 'value' in verdict);
    if (judged !== undefined && 'value' in judged) values[name] = judged.value;
  }
  // Names of deciding departments are shown beside their figures, whatever their decisions' scope.
  return 'authority' in values ? { ...values, authority: '某机关' } : values;
}
