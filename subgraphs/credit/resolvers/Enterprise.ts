import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';
import { listStandings } from '../lists/listPage.ts';
import { timelinePage } from '../timeline/timelinePage.ts';
import { commitments } from '../collections/commitments.ts';
import { childPage } from '../../../src/subgraph/childPage.ts';
import { evaluationOf } from '../evaluation/evaluationOf.ts';

/** What the credit office knows of an enterprise. */
export const Enterprise: EnterpriseResolvers = {
  __resolveReference: ({ uscc }) => ({ uscc }),
  commitments: childPage(commitments),
  evaluation: ({ uscc }, { model }, context) => evaluationOf(uscc, model, context),
  listEntries: ({ uscc }, { kind }, context) => listStandings(uscc, kind, context),
  timeline: ({ uscc }, asked, context, info) => timelinePage(uscc, asked, context, info),
};
