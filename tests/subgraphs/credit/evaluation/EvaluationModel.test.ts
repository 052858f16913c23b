import { MODELS } from '../../../../subgraphs/credit/evaluation/evaluationModels.ts';
import { modelSchema } from '../../../../subgraphs/credit/evaluation/EvaluationModel.ts';

const [model] = MODELS;
const rule = {
  id: 'trial',
  dimension: 'COMPLIANCE',
  title: { zh: '试验', en: 'Trial' },
  match: { polarity: 'NEGATIVE' },
  points: -1,
  cap: 1,
};
const problemsOf = (differing: object): string[] => {
  const parsed = modelSchema.safeParse({ ...model, ...differing });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

it('takes the models as they are', () => {
  expect(problemsOf({})).toEqual([]);
});

it.each([
  ['a rule that rewards dishonesty', { rules: [{ ...rule, points: 1 }] }, 'rules.0.match.polarity'],
  [
    'a rule that may reward dishonesty',
    { rules: [{ ...rule, points: 1, match: { types: ['A'] } }] },
    'rules.0.match.polarity',
  ],
  ['a rule that asks for nothing', { rules: [{ ...rule, match: {} }] }, 'rules.0.match'],
  ['a rule on values of any type', { rules: [{ ...rule, match: { where: { a: 'b' } } }] }, 'rules.0.match'],
  ['a rule that moves nothing', { rules: [{ ...rule, points: 0 }] }, 'rules.0.points'],
  [
    'a fact that recovers',
    {
      rules: [
        {
          ...rule,
          decay: [
            { months: 6, percent: 20 },
            { months: 12, percent: 30 },
          ],
        },
      ],
    },
    'rules.0.decay',
  ],
  ['two rules of one id', { rules: [rule, rule] }, 'rules'],
  [
    'grades that leave scores out',
    { grades: model?.grades.map(({ grade, from }) => ({ grade, from: from + 1 })) },
    'grades',
  ],
  ['grades in another order', { grades: model?.grades.toReversed() }, 'grades'],
  ['an indicator twice', { dimensions: model?.dimensions.map(() => model.dimensions[0]) }, 'dimensions'],
  ['a base above the highest score', { basePoints: 1001 }, 'highest'],
  ['a version that is no version', { version: 'new' }, 'version'],
  ['what nobody knows', { secret: 1 }, ''],
])('refuses %s', (_what, differing, problem) => {
  expect(problemsOf(differing)).toEqual([problem]);
});
