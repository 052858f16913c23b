import { factMutations } from '../../../src/subgraph/factMutations.ts';
import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { listEntries } from '../collections/listEntries.ts';
import { annulExecution, correctExecution, reportExecution } from '../measures/reportExecution.ts';
import { commitments } from '../collections/commitments.ts';
import { commitmentMutations } from '../commitments/commitmentMutations.ts';

/** What acting departments report of measures. */
const execution: MutationResolvers = {
  measureExecutionCreate: (_, { fact, input }, context) => reportExecution(fact, input, context),
  measureExecutionCorrect: (_, { id, input, ...note }, context) => correctExecution(id, input, note, context),
  measureExecutionAnnul: (_, { id, ...note }, context) => annulExecution(id, note, context),
};

/** What the credit office's own staff write, and what acting departments report. */
export const Mutation = {
  ...factMutations(commitments),
  ...commitmentMutations,
  ...factMutations(listEntries),
  ...execution,
};
