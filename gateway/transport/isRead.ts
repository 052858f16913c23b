import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';

/**
 * Tells whether a document changes nothing, so that it may be run twice.
 *
 * @param document - what a department is asked
 */
export function isRead({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === OperationTypeNode.QUERY,
  );
}
