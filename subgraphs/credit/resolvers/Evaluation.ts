import type {
  CompositeEvaluationResolvers,
  EvaluationDifferenceResolvers,
  EvaluationModelResolvers,
  EvaluationPointResolvers,
  EvaluationRuleResolvers,
} from '../__generated__/resolvers.ts';
import { creditFact } from '../creditFact.ts';
import { EXCLUSIONS } from '../evaluation/EvaluationModel.ts';
import { EVALUATION_NOTE } from '../evaluation/evaluationNote.ts';

/** How an enterprise comes out. */
export const CompositeEvaluation: CompositeEvaluationResolvers = {
  grade: ({ evaluation }) => evaluation?.grade ?? null,
  score: ({ evaluation }) => evaluation?.score ?? null,
  dimensions: ({ evaluation }) => evaluation?.dimensions ?? [],
  points: ({ model, evaluation }) => evaluation?.points.map((point) => ({ ...point, model })) ?? [],
  digest: ({ evaluation }) => evaluation?.digest ?? null,
  note: (_evaluation, _args, { locale }) => EVALUATION_NOTE[locale],
};

/** Points that a fact gave or took. */
export const EvaluationPoint: EvaluationPointResolvers = {
  ruleId: ({ rule }) => rule,
  reason: ({ model, rule }, _args, { locale }) => model.rules.find(({ id }) => id === rule)?.title[locale] ?? null,
  fact: ({ fact }, _args, context, info) => creditFact(fact, context, info),
};

/** A version of the evaluation. */
export const EvaluationModel: EvaluationModelResolvers = {
  id: ({ version }) => version,
  title: ({ title }, _args, { locale }) => title[locale],
  exclusions: () => [...EXCLUSIONS],
};

/** What facts of a kind are worth. */
export const EvaluationRule: EvaluationRuleResolvers = {
  reason: ({ title }, _args, { locale }) => title[locale],
  polarity: ({ match }) => match.polarity ?? null,
  severity: ({ match }) => match.severity ?? null,
  factTypes: ({ match }) => match.types ?? null,
  lists: ({ match }) => match.lists ?? null,
  catalogueKinds: ({ match }) => match.catalogueKinds ?? null,
  values: ({ match }) =>
    Object.entries(match.where ?? {}).map(([field, accepted]) => `${field}: ${[accepted].flat().join(' | ')}`),
};

/** An enterprise that two models grade differently. */
export const EvaluationDifference: EvaluationDifferenceResolvers = {
  subject: ({ uscc }) => ({ uscc }),
};
