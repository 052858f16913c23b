import { createExecutor } from '../../../gateway/engine/execute/createExecutor.ts';
import { PlanError } from '../../../gateway/engine/plan/PlanError.ts';
import type { PlannerProcess } from '../../../gateway/engine/plan/process/PlannerProcess.ts';
import type { Transport } from '../../../gateway/transport/Transport.ts';
import type { GraphQLSchema } from 'graphql';
import type { Contestant } from './Contestant.ts';
import { contextOf } from './contextOf.ts';

/**
 * Opens the product's own executor over a supergraph.
 *
 * @param supergraphSdl - the composed graph
 * @param transportOf - the way to each department
 * @param planner - makes the plans as it does in the product; it serves this graph from now on
 */
export function ownContestant(
  supergraphSdl: string,
  transportOf: (name: string) => Transport,
  planner: PlannerProcess,
): Contestant & { readonly apiSchema: GraphQLSchema } {
  const executor = createExecutor({ supergraphSdl, transportOf });
  planner.serve(supergraphSdl);
  return {
    apiSchema: executor.apiSchema,
    ask: async ({ document, operationName, variables }, run) => {
      const request = { document, operationName, variables, context: contextOf(run) };
      const question = executor.unplanned(request);
      try {
        if (question) executor.adopt(request, question, await planner.plan(question));
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        // The reason is for the log; here it has to be read.
        return { errors: [Object.assign(error, { message: `${error.message} ${error.problem}` })], data: null };
      }
      return executor.execute(request);
    },
    planOf: (question) => executor.planOf(question),
  };
}
