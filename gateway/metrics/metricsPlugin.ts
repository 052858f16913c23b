import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { Metrics } from '../../src/telemetry/Metrics.ts';
import type { GatewayContext } from '../GatewayContext.ts';

type Operation = GraphQLRequestContext<GatewayContext>;

/** Stands for what the product asks itself. */
const INNER = 'inner';

/**
 * Measures operations: how long each took, and the codes of its errors.
 *
 * @param metrics - the figures of the process
 */
export function metricsPlugin(metrics: Metrics): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => {
      const startedAt = performance.now();
      return Promise.resolve({
        willSendResponse: async (operation) => {
          const { door = INNER } = operation.contextValue;
          const ms = performance.now() - startedAt;
          metrics.operation({ door, field: rootField(operation.operation), ms, codes: codesOf(operation) });
          return Promise.resolve();
        },
      });
    },
  };
}

/** What was not understood, or not allowed, has none. */
function rootField(operation: OperationDefinitionNode | undefined): string {
  const [first] = operation?.selectionSet.selections ?? [];
  if (first === undefined) return 'refused';
  return first.kind === Kind.FIELD ? first.name.value : 'fragment';
}

function codesOf({ response }: Operation): readonly string[] {
  if (response.body?.kind !== 'single') return [];
  const { errors = [] } = response.body.singleResult;
  return errors.map(({ extensions }) => (typeof extensions?.['code'] === 'string' ? extensions['code'] : 'NONE'));
}
