import { createExecutor } from '../../../gateway/engine/execute/createExecutor.ts';
import type { Transport } from '../../../gateway/transport/Transport.ts';
import type { GraphQLSchema } from 'graphql';
import type { Contestant } from './Contestant.ts';
import { contextOf } from './contextOf.ts';

/**
 * Opens the product's own executor over a supergraph.
 *
 * @param supergraphSdl - the composed graph
 * @param transportOf - the way to each department
 */
export function ownContestant(
  supergraphSdl: string,
  transportOf: (name: string) => Transport,
): Contestant & { readonly apiSchema: GraphQLSchema } {
  const executor = createExecutor({ supergraphSdl, transportOf });
  return {
    apiSchema: executor.apiSchema,
    ask: async ({ document, operationName, variables }, run) =>
      executor.execute({ document, operationName, variables, context: contextOf(run) }),
    planOf: ({ document, operationName, variables }) => {
      try {
        return executor.planOf(document, operationName, variables);
      } catch {
        return undefined;
      }
    },
  };
}
