import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { codeOf } from '../audit/failureCode.ts';
import type { RefusedRequests } from '../audit/RefusedRequests.ts';
import { formatError, isKnown, type ErrorTable } from '../errors/formatError.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import { logFault } from '../errors/logFault.ts';
import type { RefusalHeaders } from '../limits/refusalHeaders.ts';
import { localeOf } from './localeOf.ts';

/** What Fastify and Node.js call the failures that a caller can cause, and what the table calls them. */
const HTTP_FAULTS: Readonly<Record<string, 'BODY_INVALID' | 'MEDIA_TYPE_UNSUPPORTED' | 'BAD_REQUEST'>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_INVALID',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_INVALID',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BODY_INVALID',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  ERR_INVALID_URL: 'BAD_REQUEST',
};

const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** What of a request decides how errors are written. */
type Head = Pick<FastifyRequest, 'headers' | 'id'>;

/** What replies with errors need to know of the process. */
export interface ErrorReplyOptions {
  readonly table: ErrorTable;
  readonly logger: Logger;
  /** Records requests that are refused; nowhere unless given. */
  readonly refused?: Pick<RefusedRequests, 'note'> | undefined;
  /** Tells of the caller's budget; nothing is told unless given. */
  readonly budgetOf?: RefusalHeaders | undefined;
}

/**
 * Lets every failure outside GraphQL leave in the same shape as one inside: `{ "errors": [ … ] }`, with a code of the
 * tables, in the caller's language.
 *
 * @param server - the HTTP server
 * @param options - the error tables, the log, where refusals are recorded, and what tells of budgets
 */
export function answerErrors(server: FastifyInstance, options: ErrorReplyOptions): void {
  const { table, logger, refused, budgetOf } = options;
  server.setErrorHandler(async (fault: Error, request, reply) => {
    const error = failureOf(fault, server.initialConfig.bodyLimit ?? 0);
    if (!isKnown(error, table)) logFault(logger, fault, request.id);
    await refused?.note(request, codeOf(error.extensions));
    await tellBudget(request, reply, budgetOf);
    return sendError(error, { request, reply, table });
  });
  server.setNotFoundHandler((request, reply) => sendError(new GatewayError('PATH_UNKNOWN'), { request, reply, table }));
}

/**
 * Tells the caller of a refused request where it stands with its budget, unless what was asked has told it.
 *
 * @param request - that was refused
 * @param reply - gets the headers
 * @param budgetOf - gives them; nothing is told unless given
 */
export async function tellBudget(
  request: FastifyRequest,
  reply: FastifyReply,
  budgetOf?: RefusalHeaders,
): Promise<void> {
  if (budgetOf && !reply.hasHeader('x-credit-graph-cost')) void reply.headers(await budgetOf(request));
}

/**
 * Answers requests whose path can not even be read, which no handler of a route gets to see; nothing of it is repeated.
 *
 * @param options - the error tables
 */
export function answerRoutingErrors({
  table,
}: Pick<ErrorReplyOptions, 'table'>): NonNullable<FastifyServerOptions['frameworkErrors']> {
  return (_fault, request, reply) => {
    void sendError(new GatewayError('PATH_UNREADABLE'), { request, reply, table });
  };
}

/** A reply, and the codes of its errors. */
export interface RewrittenErrors {
  readonly body: string;
  readonly codes: readonly string[];
}

/**
 * Writes the errors of a reply that Apollo Server gave up before it read an operation.
 *
 * @param body - the reply as Apollo Server wrote it
 * @param request - whose language and id are used
 * @param table - the rows of all error tables
 */
export function rewriteErrors(body: string, request: Head, table: ErrorTable): RewrittenErrors {
  const reply = JSON.parse(body) as { errors?: readonly GraphQLFormattedError[] };
  const errors = (reply.errors ?? []).map((error) => wordsOf(error, request, table));
  const codes = errors.map(({ extensions }) => codeOf(extensions));
  return { body: `${JSON.stringify({ errors })}\n`, codes };
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly table: ErrorTable;
}

function sendError(error: GraphQLError, { request, reply, table }: Exchange): FastifyReply {
  const formatted = wordsOf(error.toJSON(), request, table);
  const http = table[String(formatted.extensions?.['code'])]?.http ?? 500;
  if (http === 401) void reply.header('www-authenticate', challengeOf(error));
  const isGraphQL = request.headers.accept?.includes(GRAPHQL_RESPONSE) ?? false;
  return reply
    .code(http)
    .header('content-type', `${isGraphQL ? GRAPHQL_RESPONSE : 'application/json'}; charset=utf-8`)
    .send(`${JSON.stringify({ errors: [formatted] })}\n`);
}

/**
 * RFC 6750, section 3: without credentials, no reason. The reason is in English whoever reads it: a header holds ASCII only, and
 * nothing of the token.
 */
function challengeOf({ message, extensions }: GraphQLError): string {
  const realm = 'Bearer realm="credit-graph"';
  if (extensions['code'] === 'DOOR_NEEDS_CREDENTIALS') return realm;
  return `${realm}, error="invalid_token", error_description="${message.replace(/[^ !#-[\]-~]/g, '')}"`;
}

function wordsOf(error: GraphQLFormattedError, request: Head, table: ErrorTable): GraphQLFormattedError {
  return formatError(error, { locale: localeOf(request.headers['accept-language']), requestId: request.id }, table);
}

function failureOf(fault: Error, bodyLimit: number): GraphQLError {
  if (fault instanceof GraphQLError) return fault;
  const { code, statusCode } = fault as { code?: unknown; statusCode?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new GatewayError('BODY_TOO_LARGE', { limit: bodyLimit });
  const known = typeof code === 'string' ? HTTP_FAULTS[code] : undefined;
  if (known) return new GatewayError(known);
  if (fault instanceof SyntaxError && statusCode === 400) return new GatewayError('BODY_INVALID');
  return new GraphQLError(fault.message, { originalError: fault });
}
