import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { UsageMeter } from '../../src/usage/UsageMeter.ts';
import type { GatewayContext } from '../GatewayContext.ts';

type Operation = GraphQLRequestContext<GatewayContext>;

/**
 * Counts operations of callers, once each has been answered. What the product asks itself is nobody's use.
 *
 * @param meter - counts
 */
export function usagePlugin(meter: UsageMeter): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async ({ contextValue }) => {
      const startedAt = performance.now();
      if (contextValue.door === undefined) return Promise.resolve();
      return Promise.resolve({
        willSendResponse: async (operation) => {
          const ms = performance.now() - startedAt;
          // The cost is told by another plugin in the same moment.
          setImmediate(() => {
            note(meter, operation, ms);
          });
          return Promise.resolve();
        },
      });
    },
  };
}

function note(meter: UsageMeter, { contextValue, response }: Operation, ms: number): void {
  const { client, department } = contextValue.identity ?? contextValue.request.caller;
  if (response.body?.kind !== 'single') return;
  const { errors = [], extensions = {} } = response.body.singleResult;
  const { actual } = (extensions['cost'] ?? {}) as { readonly actual?: number | null };
  meter.note({ side: 'ASKED', client, department }, { ms, failed: errors.length > 0, cost: actual ?? 0 });
}
