import { ApolloServer } from '@apollo/server';
import fastify from 'fastify';
import { disabledPlugins } from '../../../gateway/apollo/disabledPlugins.ts';
import { replyPlugin } from '../../../gateway/apollo/replyPlugin.ts';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { graphqlRoute } from '../../../gateway/http/graphqlRoute.ts';
import { OperationsInFlight } from '../../../gateway/http/OperationsInFlight.ts';
import { KERNEL_ERRORS } from '../../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../../src/errors/gatewayCodes.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../../src/telemetry/logger.ts';
import { monolithSchema } from './monolithSchema.ts';

/** A monolith that listens. */
export interface RunningMonolith {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves one schema by one Apollo Server, with the gateway's plugins and its route. It checks no tokens, reads no request
 * ids and has no other routes, so that it is a floor rather than a rival.
 *
 * @param subgraphs - the departments
 * @param logger - the log
 */
export async function startMonolith(subgraphs: readonly ConnectedSubgraph[], logger: Logger): Promise<RunningMonolith> {
  const table = { ...KERNEL_ERRORS, ...GATEWAY_ERRORS };
  const apollo = new ApolloServer<GatewayContext>({
    schema: monolithSchema(subgraphs),
    logger,
    csrfPrevention: true,
    persistedQueries: false,
    maxRecursiveSelections: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [...disabledPlugins(), replyPlugin({ table, logger })],
  });
  await apollo.start();
  const operations = new OperationsInFlight();
  const server = fastify({ forceCloseConnections: 'idle' });
  graphqlRoute(server, {
    apollo,
    table,
    operations,
    identify: () => Promise.resolve(ANONYMOUS),
    clock: () => new Date(),
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    stop: async () => {
      await server.close();
      await operations.finished();
      await apollo.stop();
    },
  };
}
