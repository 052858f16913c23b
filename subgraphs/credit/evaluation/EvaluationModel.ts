import { z } from 'zod';
import { daySchema, titleSchema } from '../legalBasis.ts';

/** 一级指标, as the schemes of cities have them (domain section 10.8). */
export const DIMENSIONS = ['COMPLIANCE', 'PERFORMANCE', 'HONOURS', 'RESPONSIBILITY', 'RISK'] as const;
/** 优、良、中、差, the grades of the national evaluation. */
export const GRADES = ['EXCELLENT', 'GOOD', 'FAIR', 'POOR'] as const;
/** States of the registration in which an enterprise is not evaluated: revoked, deregistered, annulled, moved out. */
export const EXCLUSIONS = ['REVOKED', 'DEREGISTERED', 'ANNULLED', 'MOVED_OUT'] as const;

const name = z.string().trim().min(1, 'must not be empty');
const count = z.number().int().positive();
const some = z.array(name).min(1).optional();

const matchSchema = z
  .strictObject({
    polarity: z.enum(['NEUTRAL', 'POSITIVE', 'NEGATIVE']).optional(),
    severity: z.enum(['MINOR', 'GENERAL', 'SERIOUS']).optional(),
    types: some,
    lists: some,
    catalogueKinds: z.array(z.number().int().min(1).max(13)).min(1).optional(),
    /** Values that the fact must have: one, or one of several. Of open fields only, and beside `types`. */
    where: z.record(name, z.union([z.string(), z.array(z.string()).min(1)])).optional(),
  })
  .refine((match) => Object.keys(match).length > 0, 'must ask for something')
  .refine(({ where, types }) => where === undefined || types !== undefined, 'values are asked for beside `types` only');

const decaySchema = z.array(z.strictObject({ months: count, percent: z.number().int().min(0).max(99) }));

const ruleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be words joined by hyphens'),
    dimension: z.enum(DIMENSIONS),
    /** Why a fact counts, as it stands beside its points. */
    title: titleSchema,
    match: matchSchema,
    points: z.number().int(),
    /** From so many months after its day on a fact counts for so much of its points, and for all of them before. */
    decay: decaySchema.default([]),
    /** What the rule gives or takes at most, however many facts there are. */
    cap: count,
  })
  .refine(({ decay }) => isFading(decay), { path: ['decay'], message: 'must fade: months rising, percent falling' })
  .refine(({ points }) => points !== 0, { path: ['points'], message: 'must not be 0' })
  // Else a dishonest fact would be worth having, and its repair would lower the score.
  .refine(({ points, match }) => points <= 0 || match.polarity === 'POSITIVE' || match.polarity === 'NEUTRAL', {
    path: ['match', 'polarity'],
    message: 'must be POSITIVE or NEUTRAL where points are given',
  });

/** The form of a file of `subgraphs/credit/evaluation/models`. */
export const modelSchema = z
  .strictObject({
    version: z.string().regex(/^\d{4}\.\d+$/, 'must be a year and a number, such as 2026.1'),
    title: titleSchema,
    validFrom: daySchema,
    /** What an enterprise has of which nothing is known. */
    basePoints: count,
    highest: count,
    grades: z.array(z.strictObject({ grade: z.enum(GRADES), from: z.number().int().min(0) })).length(GRADES.length),
    dimensions: z
      .array(
        z.strictObject({ dimension: z.enum(DIMENSIONS), gain: z.number().int().min(0), lose: z.number().int().min(0) }),
      )
      .length(DIMENSIONS.length),
    /** A fact counts by the first rule that it meets. */
    rules: z.array(ruleSchema).min(1),
  })
  .refine(({ basePoints, highest }) => basePoints <= highest, {
    path: ['highest'],
    message: 'must not lie below the base',
  })
  .refine(({ grades }) => coversAll(grades), {
    path: ['grades'],
    message: 'must be EXCELLENT, GOOD, FAIR and POOR, each from fewer points than the one before, the last from 0',
  })
  .refine(({ dimensions }) => dimensions.every(({ dimension }, at) => dimension === DIMENSIONS[at]), {
    path: ['dimensions'],
    message: `must be ${DIMENSIONS.join(', ')}`,
  })
  .refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, {
    path: ['rules'],
    message: 'must each have an id of its own',
  });

function isFading(decay: readonly { readonly months: number; readonly percent: number }[]): boolean {
  return decay.every(({ months, percent }, at) => {
    const before = decay[at - 1];
    return before === undefined || (before.months < months && before.percent > percent);
  });
}

function coversAll(grades: readonly { readonly grade: string; readonly from: number }[]): boolean {
  const isOrdered = grades.every(
    ({ grade, from }, at) => grade === GRADES[at] && from < (grades[at - 1]?.from ?? Infinity),
  );
  return isOrdered && grades.at(-1)?.from === 0;
}

/** A version of the evaluation: an expert's declaration, one file each. */
export type EvaluationModel = Readonly<z.output<typeof modelSchema>>;
/** What facts of a kind are worth. */
export type EvaluationRule = Readonly<EvaluationModel['rules'][number]>;
/** See {@link GRADES}. */
export type CreditGrade = (typeof GRADES)[number];
/** See {@link DIMENSIONS}. */
export type EvaluationDimension = (typeof DIMENSIONS)[number];
/** See {@link EXCLUSIONS}. */
export type EvaluationExclusion = (typeof EXCLUSIONS)[number];
