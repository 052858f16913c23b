import { ApolloServer } from '@apollo/server';
import fastify from 'fastify';
import type { Logger } from 'pino';
import type { GatewayEngine } from '../../src/config/env.ts';
import { GATEWAY_ERRORS } from '../../src/errors/gatewayCodes.ts';
import { messageOf } from '../../src/errors/messageOf.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { ANONYMOUS } from '../../src/identity/Caller.ts';
import { disabledPlugins } from '../apollo/disabledPlugins.ts';
import { operationTypeRule } from '../apollo/operationTypeRule.ts';
import { createEngine } from '../engine/createEngine.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { answerErrors, answerRoutingErrors } from '../http/errorReplies.ts';
import { graphqlRoute } from '../http/graphqlRoute.ts';
import { healthRoutes } from '../http/healthRoutes.ts';
import { OperationsInFlight } from '../http/OperationsInFlight.ts';
import { requestIdOf } from '../http/requestIdOf.ts';
import type { RunningGateway } from '../startGateway.ts';
import { HttpTransport } from '../transport/HttpTransport.ts';
import { withDeadline } from '../transport/withDeadline.ts';
import { foreignReplyPlugin } from './foreignReplyPlugin.ts';
import { routingUrls } from './routingUrls.ts';

/** What is served, and where. */
export interface ForeignGatewayOptions {
  /** A composed Federation 2 graph, whose subgraphs answer at their routing addresses. */
  readonly supergraphSdl: string;
  /** Where the graph was read from, for what is said about it. */
  readonly name: string;
  readonly engine: GatewayEngine;
  readonly logger: Logger;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How long a subgraph may take for one fetch, in milliseconds; 30 s unless given. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 30_000;
const DRAIN_MS = 8_000;
const BODY_LIMIT = 4_194_304;

/**
 * Serves any composed graph at `/graphql` and `/`, by POST and by GET, without this product's access rules: for
 * comparison with other routers and for test suites. Nobody's rights are checked, and no header of a caller is passed on.
 *
 * @param options - what is served, and where
 * @throws StartError SUPERGRAPH_UNUSABLE when it can not be joined, PORT_IN_USE when another program listens there
 */
export async function startForeignGateway(
  options: ForeignGatewayOptions,
): Promise<Pick<RunningGateway, 'url' | 'stop'>> {
  const { logger, host, port } = options;
  const apollo = await startApollo(options);
  const operations = new OperationsInFlight();
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
    frameworkErrors: answerRoutingErrors({ table: GATEWAY_ERRORS }),
  });
  server.removeContentTypeParser('text/plain');
  answerErrors(server, { table: GATEWAY_ERRORS, logger });
  graphqlRoute(server, {
    apollo,
    operations,
    identify: async () => Promise.resolve(ANONYMOUS),
    table: GATEWAY_ERRORS,
    clock: () => new Date(),
    paths: ['/graphql', '/'],
  });
  let stopping: Promise<void> | undefined;
  healthRoutes(
    server,
    async () => Promise.resolve({ ok: true, details: {} }),
    () => stopping !== undefined,
  );
  const stop = async (): Promise<void> => {
    const drained = server.close().then(async () => operations.finished());
    await withDeadline(drained, DRAIN_MS).catch(() => {
      server.server.closeAllConnections();
    });
    await apollo.stop();
  };
  try {
    const url = await server.listen({ port, host });
    return { url, stop: async () => (stopping ??= stop()) };
  } catch (error) {
    await stop();
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw isTaken ? new StartError('PORT_IN_USE', { port, host }, { cause: error }) : error;
  }
}

async function startApollo(options: ForeignGatewayOptions): Promise<ApolloServer<GatewayContext>> {
  const { supergraphSdl, name, logger, deadlineMs = DEADLINE_MS } = options;
  try {
    const urls = routingUrls(supergraphSdl);
    const engine = await createEngine(options.engine, {
      supergraphSdl,
      transportOf: (subgraph) => {
        const url = urls.get(subgraph) ?? '';
        if (!URL.canParse(url)) throw new Error(`the subgraph ${subgraph} has no routing address`);
        return new HttpTransport({ name: subgraph, title: subgraph }, { url, logger, deadlineMs, asksAlways: true });
      },
      schemas: [],
      logger,
    });
    const apollo = new ApolloServer<GatewayContext>({
      gateway: engine.gateway,
      logger,
      introspection: true,
      // There are no credentials that a foreign page could make use of.
      csrfPrevention: false,
      persistedQueries: false,
      validationRules: [operationTypeRule],
      maxRecursiveSelections: true,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      plugins: [...disabledPlugins(), foreignReplyPlugin(logger)],
    });
    await apollo.start();
    return apollo;
  } catch (error) {
    throw new StartError('SUPERGRAPH_UNUSABLE', { path: name, reason: messageOf(error) }, { cause: error });
  }
}
