import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { ownFields, ownTypes } from '../../src/policy/ownTypes.ts';

/**
 * Names the fields that may return any number of rows.
 *
 * Bounded is a field that returns a connection and takes `first`, the lists inside a connection, and a list that declares
 * its size with `@listSize`.
 *
 * @param schema - as built by `buildSubgraphSchema`
 * @returns schema coordinates, sorted
 */
export function unboundedLists(schema: GraphQLSchema): string[] {
  return ownTypes(schema)
    .flatMap((type) =>
      ownFields(type)
        .filter((field) => isUnbounded(type, field))
        .map(({ name }) => `${type.name}.${name}`),
    )
    .sort();
}

function isUnbounded(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): boolean {
  if (isConnection(getNamedType(field.type))) return !field.args.some(({ name }) => name === 'first');
  if (!isListType(getNullableType(field.type)) || isConnection(parent)) return false;
  return !field.astNode?.directives?.some(({ name }) => name.value === 'listSize');
}

function isConnection(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}
