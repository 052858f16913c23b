import { getNamedType, isAbstractType, Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode } from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';

const TYPE_NAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/**
 * Asks for the type of every object whose type may be one that callers must not see.
 *
 * The planner asks for types only where fragments depend on them; without this, the fields that a hidden type shares
 * with the visible ones would reach the caller.
 *
 * @param document - one operation with its fragments
 * @param supergraph - which types are hidden where
 */
export function askTypeNames(document: DocumentNode, { apiSchema, veiled }: Supergraph): DocumentNode {
  if (veiled.size === 0) return document;
  const types = new TypeInfo(apiSchema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (node) => {
          const parent = types.getParentType();
          if (!isAbstractType(parent) || !veiled.has(getNamedType(parent).name)) return undefined;
          return { ...node, selections: [TYPE_NAME, ...node.selections] };
        },
      },
    }),
  );
}
