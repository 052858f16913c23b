import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { GATEWAY_ERRORS } from '../../src/errors/gatewayCodes.ts';
import { refuseUnclearOperation } from '../apollo/refuseUnclearOperation.ts';
import { settleStatus } from '../apollo/settleStatus.ts';
import type { GatewayContext } from '../GatewayContext.ts';

const METHOD_NOT_ALLOWED = 405;

/**
 * Finishes the replies of a foreign graph: what its subgraphs say passes as they say it, codes and messages included; of
 * the gateway's own refusals the HTTP status is settled. A value that callers do not see, where there may be none, is null; that it is
 * left out stands in `extensions.valueCompletion`, as other routers have it.
 *
 * @param logger - where failures without a department are written
 */
export function foreignReplyPlugin(logger: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () =>
      Promise.resolve({
        didResolveOperation: refuseUnclearOperation,
        didEncounterErrors: async ({ errors }) => {
          for (const error of errors) {
            // `@apollo/gateway` throws what has none.
            const { code, service } = (error as GraphQLFormattedError).extensions ?? {};
            if (service === undefined && !Object.hasOwn(GATEWAY_ERRORS, String(code)))
              logger.warn({ err: error }, 'operation failed');
          }
          return Promise.resolve();
        },
        willSendResponse: async (operation) => {
          finish(operation);
          return Promise.resolve();
        },
      }),
  };
}

function finish({ request, response, contextValue }: GraphQLRequestContext<GatewayContext>): void {
  contextValue.reply.isFormatted = true;
  if (response.body?.kind !== 'single') return;
  response.body.singleResult = withNotes(response.body.singleResult);
  contextValue.reply.result = response.body.singleResult;
  // A change by GET has its status already.
  if (response.http.status === METHOD_NOT_ALLOWED) return;
  const { errors = [], data } = response.body.singleResult;
  if (!Object.hasOwn(GATEWAY_ERRORS, String(errors[0]?.extensions?.['code']))) return;
  const accept = request.http?.headers.get('accept');
  settleStatus(response.http, { errors, hasData: data !== undefined, accept }, GATEWAY_ERRORS);
}

function withNotes(result: FormattedExecutionResult): FormattedExecutionResult {
  const isNote = ({ extensions, path = [] }: GraphQLFormattedError): boolean =>
    extensions?.['code'] === 'DATA_INCOMPLETE' && isNullAt(result.data, path);
  const notes = (result.errors ?? []).filter(isNote);
  if (notes.length === 0) return result;
  const { errors = [], extensions, ...rest } = result;
  const kept = errors.filter((error) => !isNote(error));
  return {
    ...rest,
    ...(kept.length > 0 ? { errors: kept } : {}),
    extensions: { ...extensions, valueCompletion: notes },
  };
}

/** Whether null stands at the place itself: it is not a non-null one whose null took what is around it. */
function isNullAt(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[segment];
  }
  return value === null && path.length > 0;
}
