import { createHash } from 'node:crypto';
import { readDefinitions } from '../../../src/config/readDefinitions.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { modelSchema, type EvaluationModel } from './EvaluationModel.ts';

const { definitions, text } = readDefinitions('subgraphs/credit/evaluation/models', modelSchema);

/** All versions of the evaluation, newest first; each is computed side by side with the others. */
export const MODELS: readonly EvaluationModel[] = definitions.toSorted((one, other) =>
  other.validFrom.localeCompare(one.validFrom),
);

/** Changes with every word of the models, so that what was computed by others is computed anew. */
export const MODELS_VERSION: string = createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Gives a version of the evaluation.
 *
 * @param version - such as `2026.1`
 */
export function modelByVersion(version: string): EvaluationModel | undefined {
  return MODELS.find((model) => model.version === version);
}

/**
 * Gives the version that is in force on a day; before the first one, that one.
 *
 * @param day - the day in Asia/Shanghai
 */
export function modelOn(day: LocalDate): EvaluationModel {
  const model = MODELS.find(({ validFrom }) => validFrom <= day) ?? MODELS.at(-1);
  if (model === undefined) throw new RangeError('There is at least one model.');
  return model;
}
