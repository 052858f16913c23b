import type { RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { Fault } from '../../../src/data/fields/Field.ts';
import type { DraftSubject } from '../../../src/data/FactDraft.ts';

type FieldFaults = NonNullable<RuleVerdict['faults']>;

/**
 * The fault of a value that one of several fields must give.
 *
 * @param field - the field that is named
 * @param title - what is asked for, in Chinese
 */
export function missingFault(field: string, title: string): FieldFaults[number] {
  const fault: Fault = { code: 'REQUIRED_MISSING', expected: `必填：${title} / required` };
  return { field, fault };
}

/**
 * What is wrong with the party: its category is always asked for, and a natural person has no code of a unit (GB 32100-2015,
 * scope). What stands in that column may be an ID number, so the row is refused instead of kept.
 *
 * @param subject - the party as the source says it
 * @param neverHas - fields that this source never has
 */
export function partyFaults(subject: DraftSubject, neverHas: ReadonlySet<string>): FieldFaults {
  const { category, uscc, orgCode, rawCode } = subject;
  if (category === undefined)
    return neverHas.has('subjectCategory') ? [] : [missingFault('subjectCategory', '行政相对人类别')];
  if (category !== 'NATURAL_PERSON' || (uscc ?? orgCode ?? rawCode) === undefined) return [];
  const expected = '自然人没有单位代码，请留空 / a natural person has no code: leave it out';
  return [{ field: 'subjectUscc', fault: { code: 'PERSONAL_DATA', expected } }];
}
