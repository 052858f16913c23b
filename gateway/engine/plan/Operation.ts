import { getOperationAST, GraphQLError, Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Fragments } from './pickRootFields.ts';

/** One operation of a document. */
export interface Operation {
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
}

/**
 * Finds the operation to run.
 *
 * @param document - validated
 * @param operationName - needed where the document holds several
 * @throws GraphQLError `OPERATION_RESOLUTION_FAILURE` when there is no such operation
 */
export function operationOf(document: DocumentNode, operationName: string | null | undefined): Operation {
  const definition = getOperationAST(document, operationName);
  if (!definition) {
    const problem = operationName ? `Unknown operation named "${operationName}".` : 'Must provide an operation name.';
    throw new GraphQLError(problem, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  }
  const fragments = document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [part] : []));
  return { definition, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}
