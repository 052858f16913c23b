import {
  getNamedType,
  isInputObjectType,
  isInputType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';
import { isRead } from './isRead.ts';

/**
 * Tells whether graphql-jit answers a document as graphql-js does.
 *
 * It does not fill the defaults of input objects in, where they come by variables. Mutations are left to graphql-js, since
 * they could not be run again where an error has lost its code.
 *
 * @param schema - of the department
 * @param document - fits the schema
 */
export function isCompilable(schema: GraphQLSchema, document: DocumentNode): boolean {
  const variables = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  return isRead(document) && variables.every(({ type }) => !hasDefaults(schema, type));
}

function hasDefaults(schema: GraphQLSchema, node: TypeNode): boolean {
  const type = typeFromAST(schema, node);
  const named = type && isInputType(type) ? getNamedType(type) : undefined;
  return isInputObjectType(named) && holdsDefault(named, new Set());
}

function holdsDefault(type: GraphQLInputObjectType, seen: Set<GraphQLInputObjectType>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  return Object.values(type.getFields()).some((field) => {
    const named = getNamedType(field.type);
    return field.defaultValue !== undefined || (isInputObjectType(named) && holdsDefault(named, seen));
  });
}
