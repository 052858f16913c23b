import { GraphQLError, isScalarType, isSpecifiedScalarType, type GraphQLScalarType, type GraphQLSchema } from 'graphql';

/**
 * Gives the scalars of the composed schema the behaviour that the departments gave theirs.
 *
 * A composed schema knows scalars by name only and takes any value for them. With this, a wrong code or date is found
 * when the operation is validated, before a department is asked, and the message says what is wrong with it;
 * graphql-js would otherwise drop the reason for a value that stands in the query itself.
 *
 * @param composed - the schema whose scalars are changed in place
 * @param departments - executable schemas; the first that defines a scalar decides
 */
export function adoptScalars(composed: GraphQLSchema, departments: readonly GraphQLSchema[]): void {
  const scalars = Object.values(composed.getTypeMap()).filter(isScalarType);
  for (const scalar of scalars.filter((type) => !isSpecifiedScalarType(type))) {
    const original = departments.map((schema) => schema.getType(scalar.name)).find(isScalarType);
    if (original) adopt(scalar, original);
  }
}

function adopt(scalar: GraphQLScalarType, original: GraphQLScalarType): void {
  scalar.parseValue = (value) => original.parseValue(value);
  scalar.parseLiteral = (node, variables) => {
    try {
      return original.parseLiteral(node, variables);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { code: rowCode, details } = error.extensions;
      throw new GraphQLError(error.message, { nodes: node, extensions: { rowCode, details } });
    }
  };
}
