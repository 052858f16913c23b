import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { createHandler } from 'graphql-http/lib/use/fastify';
import {
  GraphQLError,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Logger } from 'pino';
import { INNER_HEADER } from '../../src/identity/innerHeader.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import type { Tracing } from '../../src/telemetry/Tracing.ts';
import { isKnown, type ErrorTable } from '../errors/formatError.ts';
import { logFault } from '../errors/logFault.ts';
import type { Departure } from '../http/Departure.ts';
import { answerErrors, answerRoutingErrors } from '../http/errorReplies.ts';
import { healthRoutes, type CheckReadiness } from '../http/healthRoutes.ts';
import { importRoute, type ImportUpload } from '../http/importRoute.ts';
import type { OperationsInFlight } from '../http/OperationsInFlight.ts';
import { requestIdOf } from '../http/requestIdOf.ts';
import { DocumentCache } from '../transport/DocumentCache.ts';
import type { DepartmentAnswer, Transport } from '../transport/Transport.ts';
import type { InnerCalls } from './InnerCalls.ts';

/** What a department in a process of its own offers. */
export interface DepartmentServerOptions {
  /** Guarded, executable schema of the department. */
  readonly schema: GraphQLSchema;
  /** Runs its documents. */
  readonly transport: Transport;
  readonly calls: InnerCalls;
  /** Follows what the gateway asks; nothing is followed unless given. */
  readonly tracing?: Tracing | undefined;
  /** Takes in files that the gateway passes on. */
  readonly importUpload: ImportUpload;
  readonly ready: CheckReadiness;
  readonly departure: Departure;
  readonly operations: OperationsInFlight;
  readonly table: ErrorTable;
  readonly logger: Logger;
}

/** A batch of representations may be long. */
const BODY_LIMIT = 16_777_216;
const REQUEST_TIMEOUT_MS = 60_000;
const STEP = { name: 'subgraph', kind: 'SERVER' } as const;
/** Documents that are kept parsed and checked. */
const DOCUMENTS = 2_000;

/**
 * Builds the HTTP server of a department that runs by itself: `POST /graphql` for its gateway, files that the gateway passes on, and the
 * health checks. Every call but those must be signed by the gateway for this department; that is decided before a body is read.
 *
 * @param options - see {@link DepartmentServerOptions}
 */
export function departmentServer(options: DepartmentServerOptions): FastifyInstance {
  const { table, logger, departure, calls, operations, tracing } = options;
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
    frameworkErrors: answerRoutingErrors({ table }),
  });
  server.removeContentTypeParser('text/plain');
  answerErrors(server, { table, logger });
  departure.watch(server);
  healthRoutes(server, options.ready, () => departure.isLeaving);
  const requests = new WeakMap<FastifyRequest, RequestContext>();
  const handle = createHandler<{ readonly request: RequestContext }>({
    ...checkedOnce(options.schema),
    schema: options.schema,
    context: ({ raw: request }) => ({ request: known(requests, request) }),
    execute: async (args) => masked(await options.transport.fetch(fetchOf(args)), args, options),
  });
  server.post('/graphql', {
    onRequest: async (request) => {
      requests.set(request, await calls.read(headerOf(request)));
    },
    handler: async (request, reply) => {
      const run = async (): Promise<unknown> => Promise.resolve(handle.call(server, request, reply));
      const followed = (): Promise<unknown> => tracing?.follow(request.headers, () => tracing.step(STEP, run)) ?? run();
      return operations.track(followed);
    },
  });
  importRoute(server, {
    callerOf: async (request) => (await calls.read(headerOf(request))).caller,
    importUpload: options.importUpload,
    operations,
  });
  return server;
}

function headerOf({ headers }: FastifyRequest): string | undefined {
  const header = headers[INNER_HEADER];
  return typeof header === 'string' ? header : undefined;
}

function known(requests: WeakMap<FastifyRequest, RequestContext>, request: FastifyRequest): RequestContext {
  const context = requests.get(request);
  if (context === undefined) throw new Error('The request has no caller');
  return context;
}

/** The gateway sends the same texts again and again; each is read and checked once. */
function checkedOnce(schema: GraphQLSchema) {
  const documents = new DocumentCache(DOCUMENTS);
  const faults = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    parse: (text: string | { readonly body: string }) => documents.parse(typeof text === 'string' ? text : text.body),
    validate: (_schema: GraphQLSchema, document: DocumentNode) => {
      const found = faults.get(document) ?? validate(schema, document, specifiedRules);
      faults.set(document, found);
      return found;
    },
  };
}

function fetchOf({ document, operationName, variableValues, contextValue }: ExecutionArgs) {
  const { request } = contextValue as { readonly request: RequestContext };
  const context = { request, reply: { isFormatted: false } };
  return {
    query: '',
    document,
    operationName: operationName ?? undefined,
    variables: { ...variableValues },
    context,
  };
}

/**
 * What the tables do not know stays in this process, and is logged here. The gateway is told beside the answer which enterprises it is about,
 * since the audit log is the gateway's.
 */
function masked(
  { data, errors }: DepartmentAnswer,
  { contextValue }: ExecutionArgs,
  { table, logger }: Pick<DepartmentServerOptions, 'table' | 'logger'>,
): ExecutionResult {
  const { request } = contextValue as { readonly request: RequestContext };
  const told = errors?.map((error): GraphQLError => {
    const isShown = isKnown(error, table);
    if (!isShown) logFault(logger, error as Error, request.requestId);
    const { path, extensions } = error;
    const code = isShown ? {} : { code: 'INTERNAL_SERVER_ERROR' };
    return new GraphQLError(isShown ? error.message : 'unexpected failure', {
      path,
      extensions: { ...extensions, ...code },
    });
  });
  const { subjects } = request;
  const noted = subjects !== undefined && subjects.size > 0 && { extensions: { subjects: [...subjects] } };
  return { data, ...(told && { errors: told }), ...noted };
}
