import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { GatewayContext } from '../GatewayContext.ts';
import { budgetHeaders, PRICE_ONLY_HEADER } from '../limits/budget/budgetHeaders.ts';
import type { Payer } from '../limits/budget/Payer.ts';
import { MeteredOperation, type Account } from '../limits/MeteredOperation.ts';
import type { Metering } from '../limits/Metering.ts';

type Operation = GraphQLRequestContext<GatewayContext>;

/**
 * Meters every operation that somebody pays for: refuses what is beyond a budget, and says in each reply what it cost and what is left. It
 * stands behind the plugin that words errors.
 *
 * @param metering - prices and budgets
 */
export function budgetPlugin(metering: Metering): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async ({ request, contextValue }) => {
      const { payer } = contextValue;
      if (!payer) return Promise.resolve();
      const isPriceOnly = request.http?.headers.get(PRICE_ONLY_HEADER) === '1';
      const metered = new MeteredOperation(metering, { payer, isPriceOnly, request: contextValue.request });
      return Promise.resolve(listenerOf(metered, payer));
    },
  };
}

function listenerOf(metered: MeteredOperation, payer: Payer): GraphQLRequestListener<GatewayContext> {
  return {
    didResolveOperation: async ({ document, operation, request }) => {
      // Another plugin refuses a request that does not say which operation it means.
      if (!operation) return;
      const { operationName, variables } = request;
      await metered.begin({ document, operationName, variables });
    },
    responseForOperation: async () => Promise.resolve(metered.reply() ?? null),
    willSendResponse: async (operation) => {
      const { body } = operation.response;
      if (body.kind === 'single') {
        const { isAsked = false } = operation.contextValue.reply;
        tell(operation, payer, await metered.end(body.singleResult.data, isAsked));
      }
    },
  };
}

function tell({ response }: Operation, payer: Payer, { cost, standing, retryAfter }: Account): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  const { capacity, remaining, resetSeconds } = standing ?? {};
  const report = standing ? { ...cost, remaining, capacity, resetSeconds } : cost;
  singleResult.extensions = { ...singleResult.extensions, cost: report };
  for (const [name, value] of budgetHeaders(payer.budget, cost, standing)) response.http.headers.set(name, value);
  if (retryAfter !== undefined) response.http.headers.set('retry-after', String(retryAfter));
}
