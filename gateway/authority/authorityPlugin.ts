import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type OperationDefinitionNode,
} from 'graphql';
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
function isAboutTheGraph(
  document: DocumentNode,
  { selectionSet }: Pick<OperationDefinitionNode, 'selectionSet'>,
): boolean {
  return selectionSet.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection);
    return !within || isAboutTheGraph(document, within);
  });
}

function fragmentOf(document: DocumentNode, { name }: FragmentSpreadNode): FragmentDefinitionNode | undefined {
  return document.definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name.value,
  );
}
