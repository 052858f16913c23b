import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { GatewayContext } from '../GatewayContext.ts';

/**
 * Answers an operation whose authorisation could not be spent by the reason alone: no department was asked, so there is nothing else to
 * tell. It stands before all plugins that read the reply.
 */
export function refusalPlugin(): ApolloServerPlugin<GatewayContext> {
  const listener: GraphQLRequestListener<GatewayContext> = {
    willSendResponse: async (operation) => {
      replace(operation);
      return Promise.resolve();
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: async () => listening };
}

function replace({ contextValue, response }: GraphQLRequestContext<GatewayContext>): void {
  const { refusal } = contextValue.authorisation ?? {};
  if (refusal === undefined || response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  delete singleResult.data;
  delete singleResult.extensions;
  singleResult.errors = [refusal.toJSON()];
}
