import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import { getVariableValues, Kind, type DocumentNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import { AuthorityError } from '../../src/errors/AuthorityError.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import type { SpendAuthorisation } from './SpendAuthorisation.ts';
import { demandPurpose, purposeRequired } from './statePurpose.ts';

/**
 * Demands a purpose of credit agencies, and spends the authorisation that an operation names: once for the operation, after all that may
 * refuse it before it is executed, and before any department is asked. It stands behind the plugins that refuse, price and answer without
 * executing; those that come after it must not.
 *
 * What asks about the graph itself tells nothing of anybody, so it needs no purpose and spends nothing.
 *
 * @param spend - spends an authorisation
 */
export function authorityPlugin(spend: SpendAuthorisation): ApolloServerPlugin<GatewayContext> {
  const listener: GraphQLRequestListener<GatewayContext> = {
    didResolveOperation: async ({ contextValue, document, operation }) => {
      if (!operation || isAboutTheGraph(document, operation)) return Promise.resolve();
      const { caller } = contextValue.request;
      demandPurpose(caller);
      if (contextValue.authorisation !== undefined && caller.purpose === undefined) throw purposeRequired();
      return Promise.resolve();
    },
    responseForOperation: async ({ contextValue, document, request, schema, operation }) => {
      const { authorisation } = contextValue;
      if (authorisation === undefined || isAboutTheGraph(document, operation)) return null;
      // Variables are judged by the engine, which refuses those that do not fit: nothing is asked, so nothing is spent.
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
      if (errors) return null;
      try {
        const caller = await spend(authorisation, contextValue.request.caller);
        // In place: budget and audit know the operation by its request, and no department has seen it yet.
        Object.assign(contextValue.request, { caller });
        return null;
      } catch (error) {
        if (error instanceof AuthorityError) return refusalBy(error);
        throw error;
      }
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: async () => listening };
}

function refusalBy(error: AuthorityError): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { errors: [error.toJSON()] } } };
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
