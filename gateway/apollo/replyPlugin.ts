import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { formatError, isKnown, type ErrorTable } from '../errors/formatError.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import { logFault } from '../errors/logFault.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { refuseUnclearOperation } from './refuseUnclearOperation.ts';
import { settleStatus } from './settleStatus.ts';

type Operation = GraphQLRequestContext<GatewayContext>;

/** What the plugin needs to know of the process. */
export interface ReplyOptions {
  readonly table: ErrorTable;
  readonly logger: Logger;
}

/**
 * Finishes every reply: errors get their words, unknown faults are logged once, and the HTTP status is settled.
 *
 * @param options - the error tables and the log
 */
export function replyPlugin({ table, logger }: ReplyOptions): ApolloServerPlugin<GatewayContext> {
  const listener: GraphQLRequestListener<GatewayContext> = {
    didResolveOperation: refuseUnclearOperation,
    didEncounterErrors: async ({ errors, contextValue }) => {
      const unknown = errors.filter((error) => !isKnown(error, table));
      for (const error of unknown) logFault(logger, error, contextValue.request.requestId);
      return Promise.resolve();
    },
    willSendResponse: async (operation) => {
      finish(operation, table);
      return Promise.resolve();
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: async () => listening };
}

function finish({ request, response, contextValue }: Operation, table: ErrorTable): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  const lost = takeLostValues(singleResult);
  contextValue.reply.isFormatted = true;
  contextValue.reply.result = singleResult;
  if (!singleResult.errors && lost.length === 0) return;
  const errors = [...(singleResult.errors ?? []), ...lost];
  singleResult.errors = errors.map((error) => formatError(error, contextValue.request, table));
  const accept = request.http?.headers.get('accept');
  settleStatus(response.http, { errors: singleResult.errors, hasData: singleResult.data !== undefined, accept }, table);
}

/**
 * The engine reports a value that must not be missing, but is, in an extension only; a caller that sees a null wants
 * to read why beside it.
 */
function takeLostValues(result: { extensions?: Record<string, unknown> }): readonly GraphQLFormattedError[] {
  const lost = result.extensions?.['valueCompletion'];
  if (!Array.isArray(lost)) return [];
  delete result.extensions;
  return lost
    .filter((error) => error instanceof GraphQLError)
    .map(({ path }) => new GatewayError('DATA_INCOMPLETE', {}, path ? { path } : {}).toJSON());
}
