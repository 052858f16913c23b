import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { JudgmentResolvers } from '../__generated__/resolvers.ts';
import { judgments } from '../collections/judgments.ts';

/** A court document in which the enterprise is a party. */
export const Judgment: JudgmentResolvers = factResolvers(judgments);
