import { types } from 'node:util';

/** Names of the errors by which the MongoDB driver and mongoose say that a server cannot be reached. */
const CONNECTION_FAULT =
  /^Mongo(?:ose)?(?:Network|ServerSelection|PoolCleared|NotConnected|TopologyClosed|ServerClosed|ClientClosed|OperationTimeout)/;

/**
 * Tells whether a fault means that a database cannot be reached, rather than that one question went wrong.
 *
 * @param fault - whatever was thrown
 */
export function isConnectionFault(fault: unknown): boolean {
  return types.isNativeError(fault) && CONNECTION_FAULT.test(fault.name);
}
