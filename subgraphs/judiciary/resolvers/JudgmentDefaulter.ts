import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { JudgmentDefaulterResolvers } from '../__generated__/resolvers.ts';
import { judgmentDefaulters } from '../collections/judgmentDefaulters.ts';

/** A listing as a judgment defaulter. */
export const JudgmentDefaulter: JudgmentDefaulterResolvers = factResolvers(judgmentDefaulters);
