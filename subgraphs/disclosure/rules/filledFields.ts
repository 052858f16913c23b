import type { DraftSubject } from '../../../src/data/FactDraft.ts';

/** What was asked for and not given, as it is stored: the completeness rate adds it up. */
export interface FilledFields {
  /** How many fields this decision must have. */
  readonly requiredCount: number;
  /** Those that it lacks; absent where it has all. */
  readonly missingFields?: readonly string[];
}

/** What the templates ask of the party: everybody's category and name, an organisation's code, a person's paper. */
const PARTY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  LEGAL_OR_UNINCORPORATED: ['subjectName', 'subjectCategory', 'subjectUscc', 'legalRep'],
  INDIVIDUAL_HOUSEHOLD: ['subjectName', 'subjectCategory', 'subjectUscc'],
  NATURAL_PERSON: ['subjectName', 'subjectCategory', 'partyIdType', 'partyIdNo'],
};
const ANYBODY = ['subjectName', 'subjectCategory', 'subjectUscc'];

/**
 * Compares what a decision has with what its template asks for (domain section 10.2).
 *
 * @param asked - fields asked for by the template, conditions already applied
 * @param values - what the decision has
 * @param subject - its party as the source says it
 */
export function filledFields(
  asked: readonly string[],
  values: Readonly<Record<string, unknown>>,
  subject: DraftSubject,
): FilledFields {
  const required = [...(PARTY_FIELDS[subject.category ?? ''] ?? ANYBODY), ...asked];
  const given: Readonly<Record<string, unknown>> = {
    ...values,
    subjectName: subject.name,
    subjectCategory: subject.category,
    subjectUscc: subject.linkedBy === 'USCC' ? subject.uscc : undefined,
  };
  const missingFields = required.filter((field) => given[field] === undefined).sort();
  return { requiredCount: required.length, ...(missingFields.length === 0 ? {} : { missingFields }) };
}
