import type { ApolloServer } from '@apollo/server';
import fastify, { type FastifyInstance } from 'fastify';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { graphqlRoute } from '../../../gateway/http/graphqlRoute.ts';
import { OperationsInFlight } from '../../../gateway/http/OperationsInFlight.ts';
import { KERNEL_ERRORS } from '../../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../../src/errors/gatewayCodes.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The error tables that contestants word their errors by. */
export const TABLE = { ...KERNEL_ERRORS, ...GATEWAY_ERRORS };

/**
 * Serves graphs with the gateway's own route. It checks no tokens, reads no request ids and has no other routes, so that
 * contestants differ in what answers, and in nothing else.
 *
 * @param servers - GraphQL servers by the path that each is at
 */
export async function serveApollo(
  servers: Readonly<Record<string, ApolloServer<GatewayContext>>>,
): Promise<RunningServer> {
  const operations = new OperationsInFlight();
  const http = fastify({ forceCloseConnections: 'idle' });
  for (const [path, apollo] of Object.entries(servers)) await open(http, path, apollo, operations);
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    stop: async () => {
      await http.close();
      await operations.finished();
      await Promise.all(Object.values(servers).map(async (apollo) => apollo.stop()));
    },
  };
}

async function open(
  http: FastifyInstance,
  path: string,
  apollo: ApolloServer<GatewayContext>,
  operations: OperationsInFlight,
): Promise<void> {
  await apollo.start();
  graphqlRoute(http, {
    apollo,
    operations,
    table: TABLE,
    identify: async () => Promise.resolve(ANONYMOUS),
    clock: () => new Date(),
    paths: [path],
  });
}
