import { TIMELINE } from '../timeline/timelineVersion.ts';
import { MODELS_VERSION } from './evaluationModels.ts';

/** Raised where what is stored of an evaluation changes. */
const LAYOUT = 1;

/** The follower that keeps the evaluations; other models, and another timeline, have it begin again. */
export const EVALUATION = {
  name: 'evaluation',
  version: `${LAYOUT}+${MODELS_VERSION}+${TIMELINE.version}`,
} as const;
