import type { Collection, IndexDescription } from 'mongodb';
import type { DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import type { Evaluation } from './evaluate.ts';
import type { EvaluationExclusion } from './EvaluationModel.ts';
import type { EvaluationBasis } from './evaluationBasis.ts';

/** How an enterprise comes out by all models, as it was computed last. */
export interface EvaluationDocument {
  /** Code of the enterprise. */
  readonly _id: string;
  /** Of the follower: what another one computed is not used. */
  readonly version: string;
  /** How far the timeline had come at least. */
  readonly position: number;
  readonly asOf: LocalDate;
  /** Last day on which all of it holds; absent where nothing ends or fades. */
  readonly validUntil?: LocalDate;
  /** Why it is not evaluated; then there are no evaluations. */
  readonly excluded?: EvaluationExclusion;
  /** One by each model, newest first. */
  readonly evaluations: Readonly<Record<EvaluationBasis, readonly Evaluation[]>>;
  /** Pairs of models whose grades differ on the basis of departments, each as {@link pairOf} writes it. */
  readonly differs: readonly string[];
}

/** Indexes of the evaluations, by collection. */
export const EVALUATION_INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
  evaluations: [{ key: { validUntil: 1 } }, { key: { differs: 1, _id: 1 } }],
};

/**
 * The stored evaluations.
 *
 * @param database - of the credit office
 */
export function evaluationsOf({ db }: DepartmentDatabase): Collection<EvaluationDocument> {
  return db.collection<EvaluationDocument>('evaluations');
}

/**
 * Names a pair of models, in whichever order they are given.
 *
 * @param one - version of a model
 * @param other - version of another
 */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join('|');
}
