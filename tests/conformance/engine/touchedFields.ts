import {
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * The fields that a document asks for, as `Type.field`; those of interfaces once for each possible type.
 *
 * @param schema - what callers see
 * @param document - valid against it
 */
export function touchedFields(schema: GraphQLSchema, document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const found = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType();
        if (!parent || name.value.startsWith('__')) return;
        const named = getNamedType(parent);
        const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
        for (const type of possible) found.add(`${type.name}.${name.value}`);
      },
    }),
  );
  return [...found].filter((coordinate) => !coordinate.startsWith('__'));
}
