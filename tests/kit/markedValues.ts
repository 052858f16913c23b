import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { Field } from '../../src/data/fields/Field.ts';

/** How people are told from everything else that is marked. */
export interface MarkedPeople {
  /** Behind a name that is masked. */
  readonly masked: string;
  /** Behind a name that is shown where it stands. */
  readonly shown: string;
  /** A number of a person. */
  readonly idNo: string;
}

/**
 * Gives every field of a collection a value that it takes: a mark where it is a text.
 *
 * @param collection - the declaration
 * @param mark - short text
 * @param uscc - for fields that hold codes
 * @param people - what stands behind the mark where people are named, and in place of it where numbers of persons stand; the mark alone
 *   unless given
 */
export function markedValues(
  collection: FactCollection,
  mark: string,
  uscc: string,
  people?: MarkedPeople,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(collection.fields)) {
    const candidates = [
      markOf(field, mark, people),
      mark,
      '2026-01-05',
      '1',
      '是',
      Object.keys(field.codes ?? {})[0] ?? '',
      uscc,
    ];
    const judged = candidates.map((candidate) => field.judge(candidate)).find((verdict) => 'value' in verdict);
    if (judged !== undefined && 'value' in judged) values[name] = judged.value;
  }
  // Names of deciding departments are shown beside their figures, whatever their decisions' scope.
  return 'authority' in values ? { ...values, authority: '某机关' } : values;
}

function markOf({ personal, namesPeople = false }: Field, mark: string, people?: MarkedPeople): string {
  if (people === undefined) return mark;
  if (personal === 'ID_NUMBER') return people.idNo;
  if (personal === 'PERSON_NAME') return mark + people.masked;
  return namesPeople ? mark + people.shown : mark;
}
