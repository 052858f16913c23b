import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { CorsOrigins } from '../../src/config/corsOrigins.ts';
import type { AuditWriter } from '../../src/audit/AuditRecord.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import type { TokenEndpoint } from '../../src/identity/oauth/TokenEndpoint.ts';
import { RefusedRequests } from '../audit/RefusedRequests.ts';
import { allowOrigins } from '../doors/allowOrigins.ts';
import { enterDoor } from '../doors/enterDoor.ts';
import type { OpenDoor } from '../doors/openDoors.ts';
import type { ErrorTable } from '../errors/formatError.ts';
import type { ChargeAttempt } from '../limits/attemptCharge.ts';
import type { Departure } from './Departure.ts';
import { developmentRoute, type ReadDevelopmentUsers } from './developmentRoute.ts';
import { answerErrors, answerRoutingErrors } from './errorReplies.ts';
import { graphqlRoute, type GraphQLRouteOptions } from './graphqlRoute.ts';
import { healthRoutes, type CheckReadiness } from './healthRoutes.ts';
import { importRoute, type ImportUpload } from './importRoute.ts';
import { innerRoute, type InnerDoor, type InnerRouteOptions } from './innerRoute.ts';
import { keysRoute, type ReadPublicKeys } from './keysRoute.ts';
import { oauthRoute } from './oauthRoute.ts';
import { portalRoutes, type PortalOptions } from './portalRoutes.ts';
import { reconcileRoute } from './reconcile/reconcileRoute.ts';
import { reportRoute, type ReportRouteOptions } from './reportRoute.ts';
import { requestCaller } from './requestCaller.ts';
import { requestIdOf } from './requestIdOf.ts';
import { verifyRoute } from './verifyRoute.ts';

/** What the HTTP server offers. */
export interface HttpServerOptions {
  readonly graphql: Omit<GraphQLRouteOptions, 'table' | 'apollo' | 'paths' | 'enter' | 'refused'>;
  readonly doors: readonly OpenDoor[];
  /** Pages of other origins that may ask at the doors. */
  readonly corsOrigins: CorsOrigins;
  readonly portal: PortalOptions;
  /** Takes in files over HTTP; without it there is no such door. */
  readonly importUpload?: ImportUpload | undefined;
  /** Gives registered clients their tokens; without it there is no such door. */
  readonly tokens?: TokenEndpoint | undefined;
  /** Keeps secrets from being tried out. */
  readonly chargeAttempt?: ChargeAttempt | undefined;
  /** Makes callers to try everything with; without it there is no such door. */
  readonly developmentUsers?: ReadDevelopmentUsers | undefined;
  /** What credit reports are printed by. */
  readonly reports: Pick<ReportRouteOptions, 'askGraph' | 'words' | 'publicUrl'>;
  /** What credit reports are verified by. */
  readonly verify: Pick<ReportRouteOptions, 'askGraph'>;
  /** What tables are matched and extended by. */
  readonly reconcile: Pick<ReportRouteOptions, 'askGraph'>;
  /** Published for whoever verifies a signature; none where nothing is signed. */
  readonly publicKeys: ReadPublicKeys;
  readonly ready: CheckReadiness;
  /** How the server ends. */
  readonly departure: Departure;
  /** Tells departments apart that ask the graph; without it there is no such door. */
  readonly inner?: (InnerDoor & Pick<InnerRouteOptions, 'askGraph'>) | undefined;
  /** Where requests with credentials that are refused are recorded; nowhere unless given. */
  readonly audit?: { readonly log: AuditWriter } | undefined;
  readonly table: ErrorTable;
  readonly logger: Logger;
  /** Largest request body, in bytes. */
  readonly bodyLimit: number;
}

/** A request must be complete within this time, in milliseconds; slow senders would hold connections for ever. */
const REQUEST_TIMEOUT = 60_000;

/**
 * Builds the HTTP server with all its routes; it does not listen yet.
 *
 * @param options - what it offers
 */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const { table, logger, departure } = options;
  const server = fastify({
    bodyLimit: options.bodyLimit,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
    frameworkErrors: answerRoutingErrors({ table }),
  });
  server.removeContentTypeParser('text/plain');
  const refused = options.audit && new RefusedRequests(options.audit.log);
  answerErrors(server, { table, logger, refused, budgetOf: options.graphql.budgetOf });
  refused?.watch(server);
  server.addHook('onRequest', (request, reply, next) => {
    void reply.header('x-request-id', request.id);
    next();
  });
  departure.watch(server);
  await allowOrigins(server, options.corsOrigins);
  healthRoutes(server, options.ready, () => departure.isLeaving);
  for (const opened of options.doors) {
    const { door } = opened;
    const enter = (caller: Caller): Caller => enterDoor(caller, door);
    graphqlRoute(server, {
      ...options.graphql,
      table,
      refused,
      get apollo() {
        return opened.apollo;
      },
      paths: [door.path, ...door.aliases],
      enter,
    });
  }
  if (options.importUpload)
    importRoute(server, {
      callerOf: async (request) => requestCaller(request, options.graphql.identify),
      importUpload: options.importUpload,
      operations: options.graphql.operations,
    });
  if (options.inner) innerRoute(server, { ...options.inner, operations: options.graphql.operations });
  if (options.tokens) oauthRoute(server, { tokens: options.tokens, logger, chargeAttempt: options.chargeAttempt });
  if (options.developmentUsers) developmentRoute(server, options.developmentUsers);
  reportRoute(server, { ...options.graphql, ...options.reports });
  verifyRoute(server, { ...options.graphql, ...options.reports, ...options.verify });
  keysRoute(server, options.publicKeys);
  reconcileRoute(server, { ...options.graphql, ...options.reports, ...options.reconcile });
  await portalRoutes(server, options.portal);
  return server;
}
