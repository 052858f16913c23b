import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { KERNEL_ERRORS } from '../../src/errors/codes.ts';
import type { AuditWriter } from '../../src/audit/AuditRecord.ts';
import { AppError } from '../../src/errors/AppError.ts';
import { OperationRecord, type KnownOperations } from '../audit/OperationRecord.ts';
import { formatError } from '../errors/formatError.ts';
import type { GatewayContext } from '../GatewayContext.ts';

type Operation = GraphQLRequestContext<GatewayContext>;

/** Seconds after which the log is likely to be there again. */
const RETRY_AFTER = '2';

/**
 * Records every operation with credentials and every write before its reply leaves; a write also before it begins. While the log can not
 * be written, such operations are refused before anything is done, and a reply that is ready is not sent.
 *
 * It stands behind the plugin that words errors, so that records hold the codes that callers read.
 *
 * @param writer - the log
 */
export function auditPlugin(writer: AuditWriter): ApolloServerPlugin<GatewayContext> {
  const known: KnownOperations = new WeakMap();
  const record = new OperationRecord(writer, known);
  const listener: GraphQLRequestListener<GatewayContext> = {
    didResolveOperation: async (operation) => {
      if (!record.isDue(operation)) return;
      if (!record.isPossible) throw new AppError('AUDIT_UNAVAILABLE');
      if (operation.operation?.operation === OperationTypeNode.MUTATION) await record.begin(operation);
      record.announce(operation);
    },
    willSendResponse: async (operation) => {
      if (!record.isDue(operation) || operation.response.body.kind !== 'single') return;
      const { errors = [] } = operation.response.body.singleResult;
      await record.end(operation, errors).catch(() => {
        withhold(operation);
      });
    },
  };
  const listening = Promise.resolve(listener);
  return {
    requestDidStart: async () => listening,
    unexpectedErrorProcessingRequest: async ({ requestContext }) => {
      record.leave(requestContext);
      return Promise.resolve();
    },
  };
}

/** Nothing of the answer leaves, the reasons why parts of it are missing included. */
function withhold({ response, contextValue }: Operation): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  const refusal = formatError(new AppError('AUDIT_UNAVAILABLE').toJSON(), contextValue.request, KERNEL_ERRORS);
  delete singleResult.data;
  singleResult.errors = [refusal];
  response.http.status = KERNEL_ERRORS.AUDIT_UNAVAILABLE.http;
  response.http.headers.set('retry-after', RETRY_AFTER);
}
