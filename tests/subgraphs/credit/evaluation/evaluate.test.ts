import fc from 'fast-check';
import type { EvaluatedFact } from '../../../../subgraphs/credit/evaluation/EvaluatedFact.ts';
import { evaluate, gradeOf } from '../../../../subgraphs/credit/evaluation/evaluate.ts';
import { MODELS } from '../../../../subgraphs/credit/evaluation/evaluationModels.ts';
import { modelSchema, type EvaluationModel } from '../../../../subgraphs/credit/evaluation/EvaluationModel.ts';
import { evaluatedFact } from './evaluatedFact.ts';

const TODAY = '2026-06-15';
/** Small enough to reckon in the head. */
const MODEL: EvaluationModel = modelSchema.parse({
  version: '2026.9',
  title: { zh: '试验', en: 'Trial' },
  validFrom: '2026-01-01',
  basePoints: 100,
  highest: 150,
  grades: [
    { grade: 'EXCELLENT', from: 120 },
    { grade: 'GOOD', from: 90 },
    { grade: 'FAIR', from: 60 },
    { grade: 'POOR', from: 0 },
  ],
  dimensions: [
    { dimension: 'COMPLIANCE', gain: 0, lose: 70 },
    { dimension: 'PERFORMANCE', gain: 30, lose: 30 },
    { dimension: 'HONOURS', gain: 40, lose: 0 },
    { dimension: 'RESPONSIBILITY', gain: 0, lose: 0 },
    { dimension: 'RISK', gain: 0, lose: 20 },
  ],
  rules: [
    {
      id: 'general',
      dimension: 'COMPLIANCE',
      title: { zh: '一般', en: 'General' },
      match: { polarity: 'NEGATIVE', severity: 'GENERAL' },
      points: -30,
      decay: [
        { months: 12, percent: 50 },
        { months: 24, percent: 0 },
      ],
      cap: 50,
    },
    {
      id: 'negative',
      dimension: 'COMPLIANCE',
      title: { zh: '其他', en: 'Other' },
      match: { polarity: 'NEGATIVE' },
      points: -40,
      cap: 80,
    },
    {
      id: 'honour',
      dimension: 'HONOURS',
      title: { zh: '荣誉', en: 'Honour' },
      match: { polarity: 'POSITIVE' },
      points: 25,
      cap: 100,
    },
    {
      id: 'false-answer',
      dimension: 'RISK',
      title: { zh: '抽查', en: 'Check' },
      match: { types: ['SpotCheck'], where: { result: ['FALSE_DISCLOSURE'] } },
      points: -15,
      cap: 15,
    },
  ],
});
const pointsOf = (facts: readonly EvaluatedFact[], asOf = TODAY) =>
  evaluate(MODEL, facts, asOf).points.map(({ rule, points, fact }) => [rule, points, fact.id]);
const scoreOf = (facts: readonly EvaluatedFact[], asOf = TODAY) => evaluate(MODEL, facts, asOf).score;

describe('evaluate', () => {
  it('gives the base to whom nothing is known of, for ever', () => {
    expect(evaluate(MODEL, [], TODAY)).toMatchObject({ model: '2026.9', score: 100, grade: 'GOOD', points: [] });
    expect(evaluate(MODEL, [], TODAY)).not.toHaveProperty('validUntil');
  });

  it.each([
    ['2026-06-14', 70, '2026-06-14'],
    ['2026-06-15', 85, '2027-06-14'],
    ['2027-06-14', 85, '2027-06-14'],
    ['2027-06-15', 100, undefined],
  ])('has a fact of 15 June 2025 fade by full months: on %s %d points, up to %s', (asOf, score, validUntil) => {
    const evaluation = evaluate(MODEL, [evaluatedFact()], asOf);
    expect([evaluation.score, evaluation.validUntil]).toEqual([score, validUntil]);
  });

  it('counts months to the last day of a shorter one', () => {
    const leap = evaluatedFact({ sortOn: '2024-02-29' });
    expect([scoreOf([leap], '2025-02-27'), scoreOf([leap], '2025-02-28')]).toEqual([70, 85]);
  });

  it('does not let a fact without a day fade', () => {
    expect(evaluate(MODEL, [evaluatedFact({ sortOn: '' })], '2099-01-01')).toMatchObject({ score: 70 });
  });

  it.each([
    ['before its window', { from: '2026-06-16' }, 100, '2026-06-15'],
    ['on its first day', { from: '2026-06-15', until: '2026-06-20' }, 60, '2026-06-20'],
    ['on its last day', { until: '2026-06-15' }, 60, '2026-06-15'],
    ['after it', { until: '2026-06-14' }, 100, undefined],
  ])('counts a fact %s, and knows until when', (_when, publicity, score, validUntil) => {
    const { severity, ...record } = evaluatedFact({}, { publicity }).record;
    const evaluation = evaluate(MODEL, [{ ...evaluatedFact(), record }], TODAY);
    expect([severity, evaluation.score, evaluation.validUntil]).toEqual(['GENERAL', score, validUntil]);
  });

  it('counts a fact once, by the first rule that it meets, and what a rule asks for beside', () => {
    const check = evaluatedFact({ type: 'SpotCheck', values: { result: 'FALSE_DISCLOSURE' } }, { polarity: 'NEUTRAL' });
    expect(pointsOf([check])).toEqual([['false-answer', -15, 'f1']]);
    expect(pointsOf([{ ...check, values: { result: 'NO_PROBLEM' } }])).toEqual([]);
    expect(pointsOf([{ ...check, record: { polarity: 'NEGATIVE', severity: 'GENERAL' } }])).toEqual([
      ['general', -15, 'f1'],
    ]);
  });

  it('keeps to the caps of rules and dimensions, and says what each fact has really moved', () => {
    const recent = ['a', 'b', 'c'].map((_id) => evaluatedFact({ _id, sortOn: '2026-06-01' }));
    expect(pointsOf(recent)).toEqual([
      ['general', -30, 'a'],
      ['general', -20, 'b'],
    ]);
    const grave = evaluatedFact({ _id: 'd' }, { severity: 'SERIOUS' });
    expect(pointsOf([...recent, grave])).toEqual([
      ['negative', -40, 'd'],
      ['general', -30, 'a'],
    ]);
    const honours = ['h', 'i'].map((_id) => evaluatedFact({ _id }, { polarity: 'POSITIVE' }));
    expect(pointsOf(honours)).toEqual([
      ['honour', 25, 'h'],
      ['honour', 15, 'i'],
    ]);
  });

  it('digests equal inputs equally, and a new revision otherwise', () => {
    const digest = (differing: Partial<EvaluatedFact>) => evaluate(MODEL, [evaluatedFact(differing)], TODAY).digest;
    expect(digest({})).toBe(digest({}));
    expect(digest({ revision: 2 })).not.toBe(digest({}));
  });
});

describe.each([MODEL, ...MODELS].map((model) => [model.version, model] as const))('the model %s', (_version, model) => {
  const fact = fc.record({
    _id: fc.uuid(),
    type: fc.constantFrom(
      'AdministrativePenalty',
      'Commitment',
      'SpotCheck',
      'BankruptcyCase',
      'AbnormalListing',
      'JudgmentDefaulter',
      'ListEntry',
      'AdministrativePermit',
    ),
    catalogueKind: fc.integer({ min: 1, max: 13 }),
    sortOn: fc.constantFrom('', '2022-02-28', '2024-02-29', '2025-06-14', '2025-06-15', '2025-06-16', '2026-06-15'),
    revision: fc.constant(1),
    lists: fc.subarray(['tax-credit-a', 'environment-green', 'judgment-defaulters']),
    values: fc.record({ result: fc.constantFrom('FALSE_DISCLOSURE', 'NO_PROBLEM') }),
    record: fc.record(
      {
        polarity: fc.constantFrom('NEGATIVE' as const, 'POSITIVE' as const, 'NEUTRAL' as const),
        severity: fc.constantFrom('MINOR' as const, 'GENERAL' as const, 'SERIOUS' as const),
        publicity: fc.record(
          {
            from: fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-16'),
            until: fc.constantFrom('2026-06-14', '2026-06-15', '2027-01-01'),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['polarity'] },
    ),
  });
  const facts = fc.uniqueArray(fact, { selector: ({ _id }) => _id, maxLength: 25 });

  it('does not depend on the order of facts', () => {
    const anyOrder = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(anyOrder, ([all, shuffled]) => {
        expect(evaluate(model, shuffled, TODAY)).toEqual(evaluate(model, all, TODAY));
      }),
    );
  });

  it('never lowers a score by taking a dishonest fact away, nor raises it by taking an honest one', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const { score } = evaluate(model, all, TODAY);
        for (const { _id, record } of all) {
          const without = evaluate(
            model,
            all.filter((other) => other._id !== _id),
            TODAY,
          ).score;
          if (record.polarity === 'NEGATIVE') expect(without).toBeGreaterThanOrEqual(score);
          if (record.polarity === 'POSITIVE') expect(without).toBeLessThanOrEqual(score);
        }
      }),
    );
  });

  it('comes out the same up to the last day that it names; and points make the score', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const now = evaluate(model, all, TODAY);
        const { asOf: _asOf, ...later } = { asOf: 0, ...evaluate(model, all, now.validUntil ?? '2035-01-01') };
        expect(later).toEqual(now);
        const sum = now.points.reduce((total, { points }) => total + points, model.basePoints);
        expect(now.score).toBe(Math.min(model.highest, Math.max(0, sum)));
        expect(now.dimensions.reduce((total, { points }) => total + points, model.basePoints)).toBe(sum);
      }),
    );
  });

  it('has a grade for every score, better ones for higher scores', () => {
    const grades = Array.from({ length: model.highest + 1 }, (_, score) => gradeOf(model, score));
    const order = ['POOR', 'FAIR', 'GOOD', 'EXCELLENT'];
    expect(new Set(grades)).toEqual(new Set(order));
    const ranks = grades.map((grade) => order.indexOf(grade));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  });
});
