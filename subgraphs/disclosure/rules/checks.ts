import type { RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { Fault } from '../../../src/data/fields/Field.ts';
import type { DraftSubject } from '../../../src/data/FactDraft.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

type FieldFaults = NonNullable<RuleVerdict['faults']>;

/**
 * Finds days that lie ahead: neither a decision nor a first publication can. A fault and not a flag, since a flag would be
 * gone when the same file is read again later.
 *
 * @param days - by field
 * @param today - the day in Asia/Shanghai
 */
export function futureDays(days: Readonly<Record<string, LocalDate | undefined>>, today: LocalDate): FieldFaults {
  const ahead = Object.entries(days).filter(([, day]) => day !== undefined && day > today);
  return ahead.map(([field]) => ({
    field,
    fault: { code: 'DATE_ORDER', expected: '不得晚于今日 / not later than today' },
  }));
}

/**
 * Tells whether two days stand in an impossible order.
 *
 * @param first - the day that must not be later
 * @param second - the day that must not be earlier
 */
export function isReversed(first: LocalDate | undefined, second: LocalDate | undefined): boolean {
  return first !== undefined && second !== undefined && second < first;
}

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
