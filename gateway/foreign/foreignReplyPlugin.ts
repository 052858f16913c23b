import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { Logger } from 'pino';
import { GATEWAY_ERRORS } from '../../src/errors/gatewayCodes.ts';
import { refuseUnclearOperation } from '../apollo/refuseUnclearOperation.ts';
import { settleStatus } from '../apollo/settleStatus.ts';
import type { GatewayContext } from '../GatewayContext.ts';

const METHOD_NOT_ALLOWED = 405;

/**
 * Finishes the replies of a foreign graph: what its subgraphs say passes as they say it, codes and messages included; of
 * the gateway's own refusals the HTTP status is settled.
 *
 * @param logger - where failures without a department are written
 */
export function foreignReplyPlugin(logger: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () =>
      Promise.resolve({
        didResolveOperation: refuseUnclearOperation,
        didEncounterErrors: async ({ errors }) => {
          const own = errors.filter(({ extensions }) => !Object.hasOwn(GATEWAY_ERRORS, String(extensions['code'])));
          for (const error of own)
            if (error.extensions['service'] === undefined) logger.warn({ err: error }, 'operation failed');
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
  // A change by GET has its status already.
  if (response.body?.kind !== 'single' || response.http.status === METHOD_NOT_ALLOWED) return;
  const { errors = [], data } = response.body.singleResult;
  if (!Object.hasOwn(GATEWAY_ERRORS, String(errors[0]?.extensions?.['code']))) return;
  const accept = request.http?.headers.get('accept');
  settleStatus(response.http, { errors, hasData: data !== undefined, accept }, GATEWAY_ERRORS);
}
