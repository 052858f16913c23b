import {
  buildSchema,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { composeSupergraph } from '../../../gateway/compose.ts';
import { adoptScalars } from '../../../gateway/engine/adoptScalars.ts';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';

type Resolver = GraphQLFieldResolver<unknown, GatewayContext>;

/**
 * Makes one executable schema of all departments, as if there had never been subgraphs: their types merged, each field
 * resolved by the guarded resolver of its department, in that department's context.
 *
 * A department's contributed fields get the registry's own document as their parent. References from facts back to their
 * enterprises are not followed; the measured queries have none.
 *
 * @param subgraphs - the departments
 */
export function monolithSchema(subgraphs: readonly ConnectedSubgraph[]): GraphQLSchema {
  const schema = buildSchema(composeSupergraph(subgraphs).apiSdl);
  const departments = subgraphs.map((subgraph) => subgraph.schema);
  adoptScalars(schema, departments);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type) && !isSpecifiedScalarType(type)) {
      const original = departments.map((department) => department.getType(type.name)).find(isScalarType);
      if (original !== undefined) type.serialize = (value) => original.serialize(value);
    }
    if (isObjectType(type) && !type.name.startsWith('__')) adoptResolvers(type, subgraphs);
  }
  return schema;
}

function adoptResolvers(type: GraphQLObjectType, subgraphs: readonly ConnectedSubgraph[]): void {
  for (const field of Object.values(type.getFields())) {
    for (const subgraph of subgraphs) {
      const own = subgraph.schema.getType(type.name);
      const resolve = isObjectType(own) ? own.getFields()[field.name]?.resolve : undefined;
      if (resolve === undefined) continue;
      field.resolve = inContextOf(subgraph, resolve);
      break;
    }
  }
}

function inContextOf(subgraph: ConnectedSubgraph, resolve: GraphQLFieldResolver<unknown, unknown>): Resolver {
  return (parent, args, { request }, info) => resolve(parent, args, subgraph.contextFor(request), info);
}
