import { GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { SCALARS } from './scalars.ts';

/**
 * Makes a schema that was built from SDL alone, such as the gateway's, judge input as the departments do.
 *
 * Without it the gateway lets any value through, and a literal that a department then refuses comes back as graphql-js words
 * it: with the value, and without a code. Output is left alone: the departments have serialised it.
 *
 * @param schema - changed in place
 * @returns the same schema
 */
export function applyScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(SCALARS)) {
    const type = schema.getType(name);
    if (type instanceof GraphQLScalarType) Object.assign(type, { parseValue, parseLiteral });
  }
  return schema;
}
