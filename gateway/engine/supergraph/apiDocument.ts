import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { isTypeDefinitionNode, Kind, visit, type DocumentNode, type NamedTypeNode } from 'graphql';

/**
 * What callers may see of a supergraph.
 *
 * The library takes the inaccessible types away but leaves them named where unions and objects list them.
 *
 * @param supergraph - with its join directives
 */
export function apiDocument(supergraph: DocumentNode): DocumentNode {
  const api = transformSupergraphToPublicSchema(supergraph);
  const names = new Set(api.definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value));
  const known = (types: readonly NamedTypeNode[] = []): readonly NamedTypeNode[] =>
    types.filter(({ name }) => names.has(name.value));
  return visit(api, {
    [Kind.UNION_TYPE_DEFINITION]: (node) => ({ ...node, types: known(node.types) }),
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => ({ ...node, interfaces: known(node.interfaces) }),
    [Kind.INTERFACE_TYPE_DEFINITION]: (node) => ({ ...node, interfaces: known(node.interfaces) }),
  });
}
