import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import type { GatewayContext } from '../GatewayContext.ts';
import { demandPurpose } from './statePurpose.ts';

/**
 * Demands a purpose of credit agencies, and of operations that name an authorisation. What asks about the graph itself tells nothing of
 * anybody, so it needs none.
 */
export function authorityPlugin(): ApolloServerPlugin<GatewayContext> {
  const listener: GraphQLRequestListener<GatewayContext> = {
    didResolveOperation: async ({ contextValue, document, operation }) => {
      const { request, authorisation } = contextValue;
      if (operation && !isAboutTheGraph(document, operation)) demandPurpose(request.caller, authorisation);
      return Promise.resolve();
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: async () => listening };
}

/** Whether nothing but the schema, or the names of its types, is asked for. */
function isAboutTheGraph(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  return rootFields(document, operation).every((name) => name.startsWith('__'));
}

function rootFields(document: DocumentNode, { selectionSet }: OperationDefinitionNode): readonly string[] {
  const namesOf = (selection: SelectionNode): readonly string[] => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections.flatMap(namesOf);
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fragment.selectionSet.selections.flatMap(namesOf) : [];
  };
  return selectionSet.selections.flatMap(namesOf);
}
