import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { noteSubjects } from '../../src/audit/noteSubjects.ts';
import { guardSchema } from '../../src/policy/guardSchema.ts';
import type { SubgraphSource } from '../compose.ts';
import type { DepartmentAnswer, DepartmentFetch, Transport } from '../transport/Transport.ts';

/** Answers what the gateway itself contributes to the graph, behind the same guards as any department. */
export class GatewayTransport implements Transport {
  readonly #schema: GraphQLSchema;

  /**
   * @param source - what it contributes
   * @param resolvers - how that is answered, each with the request as its context
   */
  constructor({ sdl }: SubgraphSource, resolvers: Readonly<Record<string, unknown>>) {
    const built = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as GraphQLResolverMap<unknown> });
    this.#schema = guardSchema(noteSubjects(built));
  }

  /**
   * Answers one fetch of a plan.
   *
   * @param fetch - what is asked
   */
  async fetch({ document, operationName, variables, context }: DepartmentFetch): Promise<DepartmentAnswer> {
    const { data = null, errors } = await execute({
      schema: this.#schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context.request,
    });
    return errors ? { data, errors } : { data };
  }
}
