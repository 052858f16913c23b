import { holdsValues } from '../lists/holdsValues.ts';
import type { EvaluatedFact } from './EvaluatedFact.ts';
import type { EvaluationModel, EvaluationRule } from './EvaluationModel.ts';

/**
 * Gives the rule by which a fact counts: the first that it meets.
 *
 * @param model - the version
 * @param fact - of any department
 * @returns undefined where it does not count
 */
export function ruleFor({ rules }: EvaluationModel, fact: EvaluatedFact): EvaluationRule | undefined {
  return rules.find((rule) => meetsRule(rule, fact));
}

function meetsRule({ match }: EvaluationRule, fact: EvaluatedFact): boolean {
  const { polarity, severity } = fact.record;
  return (
    isAsked(match.polarity, polarity) &&
    isAsked(match.severity, severity) &&
    isOneOf(match.types, [fact.type]) &&
    isOneOf(match.lists, fact.lists) &&
    isOneOf(match.catalogueKinds, [fact.catalogueKind]) &&
    holdsValues(match.where ?? {}, fact.values)
  );
}

function isAsked(asked: string | undefined, value: string | undefined): boolean {
  return asked === undefined || asked === value;
}

function isOneOf<T>(asked: readonly T[] | undefined, values: readonly T[]): boolean {
  return asked === undefined || values.some((value) => asked.includes(value));
}
