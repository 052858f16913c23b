import {
  getNamedType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * Lists the fields that an operation asks for, as `Type.field`, sorted, each once; of all that its fragments may bring, whatever
 * `@skip` and `@include` leave out of it.
 *
 * @param schema - that the document was validated against
 * @param document - with the fragments
 * @param operation - which of its operations
 */
export function operationFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly string[] {
  const found = new Set<string>();
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const seen = new Set<string>();
  const waiting: (OperationDefinitionNode | (typeof fragments extends Map<string, infer F> ? F : never))[] = [
    operation,
  ];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const info = new TypeInfo(schema);
    visit(
      node,
      visitWithTypeInfo(info, {
        Field: ({ name }) => {
          const parent = info.getParentType();
          if (parent) found.add(`${getNamedType(parent).name}.${name.value}`);
        },
        FragmentSpread: ({ name }) => {
          const fragment = fragments.get(name.value);
          if (fragment === undefined || seen.has(name.value)) return;
          seen.add(name.value);
          waiting.push(fragment);
        },
      }),
    );
  }
  return [...found].toSorted();
}
