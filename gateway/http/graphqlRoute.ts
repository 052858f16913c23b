import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest, RouteGenericInterface } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import type { Identify } from '../../src/identity/identifyCaller.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import type { TracedStep, Tracing } from '../../src/telemetry/Tracing.ts';
import { subjectsFor } from '../audit/auditedCaller.ts';
import type { RefusedRequests } from '../audit/RefusedRequests.ts';
import { namedAuthorisation } from '../authority/SpendAuthorisation.ts';
import { statePurpose } from '../authority/statePurpose.ts';
import type { ErrorTable } from '../errors/formatError.ts';
import { TrustedDocuments } from '../documents/TrustedDocuments.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { rewriteErrors, tellBudget } from './errorReplies.ts';
import type { RefusalHeaders } from '../limits/refusalHeaders.ts';
import { localeOf } from './localeOf.ts';
import type { OperationsInFlight } from './OperationsInFlight.ts';
import type { RequestPayer } from './requestPayer.ts';
import { requestCaller } from './requestCaller.ts';
import { trustDocument } from './trustDocument.ts';

/** What a door of the graph needs. */
export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly identify: Identify;
  readonly table: ErrorTable;
  /** Counts what is being executed. */
  readonly operations: OperationsInFlight;
  /** The instant that deadlines and windows of a request are judged at. */
  readonly clock: () => Date;
  /** Tells whose budget pays; nobody's unless given. */
  readonly payerOf?: RequestPayer | undefined;
  /** Tells of the caller's budget where no operation was read; nothing is told unless given. */
  readonly budgetOf?: RefusalHeaders | undefined;
  /** Documents that callers may name instead of sending them; none unless given. */
  readonly trusted?: TrustedDocuments | undefined;
  /** Follows requests; none is followed unless given. */
  readonly tracing?: Tracing | undefined;
  readonly paths: readonly string[];
  /** Records requests that are refused before an operation is read; nowhere unless given. */
  readonly refused?: Pick<RefusedRequests, 'record'> | undefined;
  /** Decides what a caller counts as here, or refuses it; as who it is unless given. */
  readonly enter?: (caller: Caller) => Caller;
}

/** Replies are text: Apollo Server serialises them. */
interface Route extends RouteGenericInterface {
  Reply: string;
}

const NOT_ACCEPTABLE = 406;

/**
 * Opens a door of the graph: POST for everything, GET for queries.
 *
 * Who calls is decided before the body is read, so a wrong token costs nothing but its check. Who pays is who calls, whatever it
 * counts as here.
 *
 * @param server - the HTTP server
 * @param options - what answers, where, and who may call
 */
export function graphqlRoute(server: FastifyInstance, options: GraphQLRouteOptions): void {
  const { identify, table, clock, operations, tracing, enter = asItself } = options;
  const trusted = options.trusted ?? new TrustedDocuments({});
  const contexts = new WeakMap<object, GatewayContext>();
  const handles = new WeakMap<object, ApolloHandle>();
  // What is served may be another graph than a moment ago.
  const handleNow = (): ApolloHandle => {
    const { apollo } = options;
    const known = handles.get(apollo) ?? handlerOf(apollo, contexts);
    handles.set(apollo, known);
    return known;
  };

  const answer = (url: string): unknown =>
    server.route<Route>({
      method: ['GET', 'POST'],
      url,
      onRequest: async (request) => {
        const caller = await requestCaller(request, identify);
        const payer = options.payerOf?.(caller, request);
        const context = requestContext(request, statePurpose(enter(caller), request.headers), clock());
        const authorisation = namedAuthorisation(request.headers);
        const [door, identity, reply] = [url, caller, { isFormatted: false }];
        contexts.set(request, { request: context, door, identity, authorisation, payer, reply });
      },
      preHandler: (request, _reply, next) => {
        refuseBatch(request.body);
        trustDocument(request, contextOf(contexts, request).request.caller, trusted);
        next();
      },
      handler: async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        const run = (): ReturnType<ApolloHandle> => handleNow().call(server, request, reply);
        // A trace begins here, whatever the caller says of one: which are kept is not the public's to decide.
        const body = await operations.track(async () => tracing?.step(stepOf(url, request.id), run) ?? run());
        const { isFormatted, result } = contextOf(contexts, request).reply;
        letGo(result);
        const isRefused = reply.statusCode === NOT_ACCEPTABLE || (reply.statusCode >= 400 && !isFormatted);
        if (!isRefused || typeof body !== 'string') return body;
        await tellBudget(request, reply, options.budgetOf);
        const written = rewriteErrors(body, request, table);
        if (!isFormatted) await options.refused?.record(request, written.codes);
        return written.body;
      },
      // As text it would be joined to the headers and kept, at two bytes a character, for as long as the caller reads.
      onSend: (_request, _reply, payload, next) => {
        next(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
      },
    });
  const refuse = (url: string): unknown =>
    server.route({
      method: ['PUT', 'PATCH', 'DELETE'],
      url,
      onRequest: async (_request, reply) => {
        void reply.header('allow', 'GET, POST');
        return Promise.reject(new GatewayError('METHOD_NOT_ALLOWED'));
      },
      handler: () => undefined,
    });
  for (const path of options.paths) {
    answer(path);
    refuse(path);
  }
}

function stepOf(url: string, requestId: string): TracedStep {
  const attributes = { 'http.route': url, 'credit_graph.request_id': requestId };
  return { name: `graphql ${url}`, kind: 'SERVER', attributes };
}

type ApolloHandle = ReturnType<typeof handlerOf>;

function handlerOf(apollo: ApolloServer<GatewayContext>, contexts: WeakMap<object, GatewayContext>) {
  return fastifyApolloHandler<GatewayContext>(apollo, {
    context: async (request) => Promise.resolve(contextOf(contexts, request)),
  });
}

/**
 * Lets go of an answer that is written. Apollo Server gives an engine an accessor of the status, which V8 puts among the old objects; what
 * it holds, the answer with it, would be moved there too, and stay until the next full collection.
 */
function letGo(result: GatewayContext['reply']['result']): void {
  if (result) result.data = null;
}

function refuseBatch(body: unknown): void {
  if (Array.isArray(body)) throw new GatewayError('BATCH_REFUSED', { count: body.length });
}

function asItself(caller: Caller): Caller {
  return caller;
}

function requestContext(
  { headers, id }: Pick<FastifyRequest, 'headers' | 'id'>,
  caller: Caller,
  now: Date,
): RequestContext {
  const locale = localeOf(headers['accept-language']);
  return { caller, requestId: id, now, locale, subjects: subjectsFor(caller) };
}

function contextOf(contexts: WeakMap<object, GatewayContext>, request: object): GatewayContext {
  const context = contexts.get(request);
  if (!context) throw new Error('The request has no context');
  return context;
}
