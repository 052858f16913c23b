import { fastifyApolloHandler } from '@as-integrations/fastify';
import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../../src/telemetry/logger.ts';
import { schemaServer } from './schemaServer.ts';
import type { RunningServer } from './serveApollo.ts';

/**
 * Serves departments by themselves, each by an Apollo Server of its own at the path of its name, as they run apart from
 * the gateway.
 *
 * @param subgraphs - the departments
 * @param logger - the log
 */
export async function serveDepartments(
  subgraphs: readonly ConnectedSubgraph[],
  logger: Logger,
): Promise<RunningServer> {
  const http = fastify({ forceCloseConnections: 'idle' });
  const servers = subgraphs.map((subgraph) => ({ subgraph, apollo: schemaServer(subgraph.schema, logger) }));
  for (const { subgraph, apollo } of servers) {
    await apollo.start();
    const handler = fastifyApolloHandler<GatewayContext>(apollo, {
      context: async () => Promise.resolve(contextOf(subgraph)),
    });
    http.post(`/${subgraph.name}`, handler);
  }
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    stop: async () => {
      await http.close();
      await Promise.all(servers.map(async ({ apollo }) => apollo.stop()));
    },
  };
}

/** What resolvers see, and beside it what the plugins of the server look at. */
function contextOf(subgraph: ConnectedSubgraph): GatewayContext {
  const request = { caller: ANONYMOUS, requestId: randomUUID(), now: new Date(), locale: 'en' } as const;
  return { ...subgraph.contextFor(request), request, reply: { isFormatted: false } };
}
