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

/** The papers of a natural person, as both templates ask for them. */
export interface PartyPapers {
  readonly partyIdNo?: string | undefined;
  readonly partyIdType?: string | undefined;
}

/**
 * What is wrong with the party: its category is always asked for.
 *
 * - A natural person has no code of a unit (GB 32100-2015, scope). What stands in that column may be an ID number, so the row is
 *   refused instead of kept.
 * - Papers of a natural person under another category, or under none, contradict it: the party may be a person, who would be made
 *   public as a unit (domain section 16).
 *
 * @param subject - the party as the source says it
 * @param papers - the papers of a natural person that the source gives
 * @param neverHas - fields that this source never has
 */
export function partyFaults(subject: DraftSubject, papers: PartyPapers, neverHas: ReadonlySet<string>): FieldFaults {
  if (subject.category === 'NATURAL_PERSON') return codeFaults(subject);
  const isMissing = subject.category === undefined && !neverHas.has('subjectCategory');
  return [...(isMissing ? [missingFault('subjectCategory', '行政相对人类别')] : []), ...paperFaults(papers)];
}

function codeFaults({ uscc, orgCode, rawCode }: DraftSubject): FieldFaults {
  if ((uscc ?? orgCode ?? rawCode) === undefined) return [];
  return [personal('subjectUscc', '自然人没有单位代码，请留空 / a natural person has no code: leave it out')];
}

function paperFaults(papers: PartyPapers): FieldFaults {
  return (['partyIdNo', 'partyIdType'] as const)
    .filter((field) => papers[field] !== undefined)
    .map((field) =>
      personal(field, '只有自然人填写自然人证件 / only a natural person has these papers: look at the category'),
    );
}

function personal(field: string, expected: string): FieldFaults[number] {
  return { field, fault: { code: 'PERSONAL_DATA', expected } };
}
