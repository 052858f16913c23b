import { GatewayError } from '../errors/GatewayError.ts';

/**
 * Refuses a request that does not say which operation of its document it means; an engine would report that as a fault
 * of its own.
 *
 * @param request - what was resolved so far
 * @throws GatewayError OPERATION_RESOLUTION_FAILURE
 */
export async function refuseUnclearOperation({ operation }: { readonly operation?: unknown }): Promise<void> {
  if (!operation) throw new GatewayError('OPERATION_RESOLUTION_FAILURE');
  return Promise.resolve();
}
