import {
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A type that has fields. */
export type CompositeType = GraphQLObjectType | GraphQLInterfaceType;

/** What the federation library adds to every subgraph, and the guard leaves reachable. */
const MACHINERY: ReadonlySet<string> = new Set(['_Service', 'Query._service', 'Query._entities']);

/**
 * Lists the object types and interfaces that a subgraph's SDL speaks of, without introspection and federation machinery.
 *
 * @param schema - as built by `buildSubgraphSchema`
 */
export function ownTypes(schema: GraphQLSchema): CompositeType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is CompositeType =>
      (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type) && !MACHINERY.has(type.name),
  );
}

/**
 * Lists the fields of a type that its department wrote.
 *
 * @param type - an object type or interface
 */
export function ownFields(type: CompositeType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ name }) => !MACHINERY.has(`${type.name}.${name}`));
}
