import type { RuleSetting } from '../../../src/data/FactCollection.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import { dayOf } from '../collections/commitmentCode.ts';
import type { CommitmentValues } from './commitmentRules.ts';

/** Kinds by which a promise replaces what a procedure asks for; what anybody may promise freely, or must to be repaired, is not among them. */
const REPLACING: ReadonlySet<string | undefined> = new Set(['APPROVAL_REPLACING', 'PAPERS_LATER', 'PROOF_REPLACING']);

/**
 * Tells whether a promise of a kind replaces what a procedure asks for. Only then does law forbid it in some matters and to some
 * subjects (深圳经济特区社会信用条例 art. 59, on 告知承诺): repair asks for a promise of the very subjects that have serious records.
 *
 * @param kind - `enum CommitmentKind`
 */
export function replacesProcedure(kind: string | undefined): boolean {
  return REPLACING.has(kind);
}

/**
 * What is wrong with a commitment, by the template (domain section 10.4).
 *
 * @param values - of the commitment
 * @param setting - the day, the subject, and what the source never has
 */
export function commitmentFaults(values: CommitmentValues, setting: RuleSetting): readonly FieldFault[] {
  return [
    ...promiserFaults(values, setting),
    ...kindFaults(values, setting),
    ...breachFaults(values, setting),
    ...together(values, 'foundFalseOn', 'falseFinder'),
    ...endFaults(values),
    ...dayFaults(values, setting),
  ];
}

function promiserFaults({ idNo }: CommitmentValues, { subject, neverHas }: RuleSetting): readonly FieldFault[] {
  const missing = [
    ...(subject.name === undefined ? ['subjectName'] : []),
    ...(subject.category === undefined ? ['subjectCategory'] : []),
  ].filter((name) => !neverHas.has(name));
  return [...missing.map(missingValue), ...personFaults(idNo, subject)];
}

/** A natural person has no code, and what stands in its column may be anybody's number; a unit has no papers of a person. */
function personFaults(idNo: string | undefined, subject: RuleSetting['subject']): readonly FieldFault[] {
  if (subject.category !== 'NATURAL_PERSON')
    return idNo === undefined ? [] : [personal('idNo', '单位承诺不得填写证件号码 / a unit has no such number')];
  const codes = [subject.uscc, subject.orgCode, subject.rawCode];
  return codes.every((code) => code === undefined)
    ? []
    : [personal('subjectUscc', '自然人没有单位代码，请留空 / a natural person has no code: leave it out')];
}

function kindFaults({ kind, kindOther, matter }: CommitmentValues, { neverHas }: RuleSetting): readonly FieldFault[] {
  const unnamed = kind === 'OTHER' && kindOther === undefined && !neverHas.has('kindOther');
  const forbidden = matter !== undefined && replacesProcedure(kind);
  const expected = '该领域事项不适用告知承诺 / in such matters a promise does not replace what the procedure asks for';
  return [
    ...(unnamed ? [missingValue('kindOther')] : []),
    ...(forbidden ? [{ field: 'matter', fault: { code: 'PROMISE_FORBIDDEN', expected } } as const] : []),
  ];
}

/** What was not performed and what followed stands there if and only if not all was performed. */
function breachFaults(values: CommitmentValues, { neverHas }: RuleSetting): readonly FieldFault[] {
  const { fulfilment } = values;
  const isBreach = fulfilment === 'PARTIAL' || fulfilment === 'NONE';
  return (['unperformed', 'liabilityPursued'] as const).flatMap((field) => {
    const isGiven = values[field] !== undefined;
    if (isGiven === isBreach || (isBreach && neverHas.has(field))) return [];
    return [isBreach ? missingValue(field) : notApplicable(field, '仅限未全部履行 / only where not all was performed')];
  });
}

/** Withdrawn or refused is only what has not been judged: a promise that was broken is not taken back. */
function endFaults(values: CommitmentValues): readonly FieldFault[] {
  const { endedOn, fulfilment, foundFalseOn } = values;
  const isJudged = fulfilment !== 'IN_PROGRESS' || foundFalseOn !== undefined;
  return [
    ...together(values, 'endedOn', 'endCause'),
    ...(endedOn !== undefined && isJudged
      ? [notApplicable('endedOn', '已认定的承诺不得撤回或退回 / what has been judged is not taken back')]
      : []),
  ];
}

function dayFaults(values: CommitmentValues, { today, publishedOn }: RuleSetting): readonly FieldFault[] {
  const { promisedOn, validUntil, confirmedOn, foundFalseOn, endedOn, code = '' } = values;
  return [
    ...daysAhead({ promisedOn, confirmedOn, foundFalseOn, endedOn, publishedOn, code: dayOf(code) }, today),
    ...daysBefore(promisedOn, ['承诺作出日期', 'the day of the promise'], {
      validUntil,
      confirmedOn,
      foundFalseOn,
      endedOn,
    }),
  ];
}

function together(
  values: CommitmentValues,
  one: 'foundFalseOn' | 'endedOn',
  other: 'falseFinder' | 'endCause',
): readonly FieldFault[] {
  if ((values[one] === undefined) === (values[other] === undefined)) return [];
  return [missingValue(values[one] === undefined ? one : other)];
}

function missingValue(field: string): FieldFault {
  return { field, fault: { code: 'REQUIRED_MISSING', expected: '此情形必填 / required in this case' } };
}

function notApplicable(field: string, expected: string): FieldFault {
  return { field, fault: { code: 'NOT_APPLICABLE', expected } };
}

function personal(field: string, expected: string): FieldFault {
  return { field, fault: { code: 'PERSONAL_DATA', expected } };
}
