import { createHash } from 'node:crypto';
import { addDays, type LocalDate } from '../../../src/values/localDate.ts';
import { capPoints, type Point } from './capPoints.ts';
import type { EvaluatedFact } from './EvaluatedFact.ts';
import type { CreditGrade, EvaluationDimension, EvaluationModel } from './EvaluationModel.ts';
import { ruleFor } from './meetsRule.ts';
import { worthOf } from './worthOf.ts';

/** How an enterprise comes out by one model on one day. */
export interface Evaluation {
  readonly model: string;
  readonly grade: CreditGrade;
  readonly score: number;
  readonly dimensions: readonly { readonly dimension: EvaluationDimension; readonly points: number }[];
  /** Facts that gave or took points, the weightiest first. */
  readonly points: readonly Point[];
  /** Last day on which the same facts come out the same; absent where they always do. */
  readonly validUntil?: LocalDate;
  /** SHA-256 of model and counted facts: equal inputs have equal digests. */
  readonly digest: string;
}

/**
 * Evaluates an enterprise: base points, and for each fact the points of the first rule that it meets, faded by age and within the caps of
 * rule and dimension. It follows from model, facts and day alone; the order of the facts does not matter, and taking a dishonest fact
 * away never lowers the score.
 *
 * @param model - the version
 * @param facts - all that the evaluation may be based on; those whose window is not open on the day do not count, but bound `validUntil`
 * @param asOf - the day in Asia/Shanghai
 */
export function evaluate(model: EvaluationModel, facts: readonly EvaluatedFact[], asOf: LocalDate): Evaluation {
  const open = facts.filter(({ record }) => isOpen(record, asOf));
  const counted = open.flatMap((fact) => count(model, fact, asOf));
  const points = capPoints(model, counted);
  const dimensions = model.dimensions.map(({ dimension }) => ({
    dimension,
    points: sumOf(points.filter((point) => point.dimension === dimension)),
  }));
  const score = Math.min(model.highest, Math.max(0, model.basePoints + sumOf(points)));
  const validUntil = lastDay(facts, counted, asOf);
  return {
    model: model.version,
    grade: gradeOf(model, score),
    score,
    dimensions,
    points,
    ...(validUntil === undefined ? {} : { validUntil }),
    digest: digestOf(model, counted),
  };
}

/**
 * Gives the grade of a score.
 *
 * @param model - the version
 * @param score - 0 to the model's highest
 */
export function gradeOf({ grades }: EvaluationModel, score: number): CreditGrade {
  return grades.find(({ from }) => score >= from)?.grade ?? 'POOR';
}

type Window = EvaluatedFact['record'];

function isOpen({ publicity: { from = '', until } = {} }: Window, asOf: LocalDate): boolean {
  return from <= asOf && (until === undefined || asOf <= until);
}

/** The last day before a window opens or a fact fades, and on which a window is open. */
function lastDay(facts: readonly EvaluatedFact[], counted: readonly Counted[], asOf: LocalDate): LocalDate | undefined {
  const windows = facts.map(({ record }) => record.publicity ?? {});
  const turn = earliest(
    [...windows.map(({ from }) => from), ...counted.map(({ nextOn }) => nextOn)].filter(isAfter(asOf)),
  );
  const end = earliest(windows.map(({ until }) => until).filter((day) => day !== undefined && day >= asOf));
  return earliest([end, turn === undefined ? undefined : addDays(turn, -1)]);
}

function isAfter(asOf: LocalDate): (day: LocalDate | undefined) => boolean {
  return (day) => day !== undefined && day > asOf;
}

type Counted = Point & { readonly revision: number; readonly nextOn: LocalDate | undefined };

function count(model: EvaluationModel, fact: EvaluatedFact, asOf: LocalDate): readonly Counted[] {
  const rule = ruleFor(model, fact);
  if (rule === undefined) return [];
  const { points, nextOn } = worthOf(rule, fact, asOf);
  const { _id, type, revision } = fact;
  return [{ rule: rule.id, dimension: rule.dimension, points, fact: { id: _id, type }, revision, nextOn }];
}

function earliest(days: readonly (LocalDate | undefined)[]): LocalDate | undefined {
  return days.reduce(
    (first, day) => (first === undefined || (day !== undefined && day < first) ? day : first),
    undefined,
  );
}

function sumOf(points: readonly Point[]): number {
  return points.reduce((sum, point) => sum + point.points, 0);
}

function digestOf({ version }: EvaluationModel, counted: readonly Counted[]): string {
  const inputs = counted.map(({ fact, revision, rule, points }) => [fact.id, revision, rule, points].join(' ')).sort();
  return createHash('sha256')
    .update([version, ...inputs].join('\n'))
    .digest('hex');
}
