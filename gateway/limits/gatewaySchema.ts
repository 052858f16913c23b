import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse, type GraphQLSchema } from 'graphql';
import { noteSubjects } from '../../src/audit/noteSubjects.ts';
import { guardSchema } from '../../src/policy/guardSchema.ts';
import type { SubgraphSource } from '../compose.ts';

/**
 * Builds what the gateway itself contributes to the graph, behind the same guards as any department.
 *
 * @param source - what it contributes
 * @param resolvers - how that is answered, each with the request as its context
 */
export function gatewaySchema({ sdl }: SubgraphSource, resolvers: Readonly<Record<string, unknown>>): GraphQLSchema {
  const built = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as GraphQLResolverMap<unknown> });
  return guardSchema(noteSubjects(built));
}
