import type { EvaluationDimension, EvaluationModel } from './EvaluationModel.ts';

/** Points that a fact gave or took. */
export interface Point {
  /** Id of the rule. */
  readonly rule: string;
  readonly dimension: EvaluationDimension;
  readonly points: number;
  readonly fact: { readonly id: string; readonly type: string };
}

/**
 * Keeps points within the caps of their rules, and then within what a dimension can give and take. What a cap leaves goes to the
 * weightiest facts, of equal ones to the first by id: so each fact has the points that it really moved.
 *
 * @param model - the version
 * @param points - what facts are worth by themselves, in any order
 * @returns what is left of them, weightiest first; facts that moved nothing are left out
 */
export function capPoints(model: EvaluationModel, points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted(byWeight);
  const ofRules = model.rules.flatMap(({ id, cap }) =>
    within(
      sorted.filter(({ rule }) => rule === id),
      cap,
    ),
  );
  const ofDimensions = model.dimensions.flatMap(({ dimension, gain, lose }) => {
    const own = ofRules.filter((point) => point.dimension === dimension).toSorted(byWeight);
    return [
      ...within(
        own.filter((point) => point.points > 0),
        gain,
      ),
      ...within(
        own.filter((point) => point.points < 0),
        lose,
      ),
    ];
  });
  return ofDimensions.toSorted(byWeight);
}

/** Points of one sign. */
function within(points: readonly Point[], most: number): readonly Point[] {
  let left = most;
  return points.flatMap(({ rule, dimension, points: given, fact }) => {
    const size = Math.min(left, Math.abs(given));
    left -= size;
    return size === 0 ? [] : [{ rule, dimension, points: Math.sign(given) * size, fact }];
  });
}

function byWeight(one: Point, other: Point): number {
  return Math.abs(other.points) - Math.abs(one.points) || (one.fact.id < other.fact.id ? -1 : 1);
}
