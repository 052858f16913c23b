import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { RiskClassResolvers } from '../__generated__/resolvers.ts';
import { riskClasses } from '../collections/riskClasses.ts';
import { subjectOf } from '../loaders.ts';

/** A credit risk class; the type itself keeps everybody but departments out. */
export const RiskClass: RiskClassResolvers = {
  ...factResolvers(riskClasses),
  subject: subjectOf,
  period: ({ computedOn }) => computedOn?.slice(0, 7) ?? null,
};
