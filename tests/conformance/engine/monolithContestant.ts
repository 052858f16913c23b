import { execute, type GraphQLSchema } from 'graphql';
import type { Contestant } from './Contestant.ts';

/**
 * The graph in one piece, executed by graphql-js.
 *
 * @param schema - made by `monolith`
 */
export function monolithContestant(schema: GraphQLSchema): Contestant {
  return {
    ask: async ({ document, operationName, variables }, run) =>
      execute({ schema, document, operationName, variableValues: variables, contextValue: run }),
    planOf: () => undefined,
  };
}
