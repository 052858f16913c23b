import { types } from 'node:util';

/** Names of the errors by which the MongoDB driver and mongoose say that a server cannot be reached. */
const CONNECTION_FAULT =
  /^Mongo(?:ose)?(?:Network|ServerSelection|PoolCleared|NotConnected|TopologyClosed|ServerClosed|ClientClosed|OperationTimeout)/;

/**
 * Codes by which a member of a replica set says that it is no primary, or no more, or not yet: "not writable primary" and "node is
 * recovering" of MongoDB's server discovery specification. Another member will take the same command soon.
 */
const CHANGE_OF_PRIMARY: ReadonlySet<unknown> = new Set([10107, 13435, 10058, 11600, 11602, 13436, 189, 91]);

/** Codes of Node's own errors, which the driver lets pass where it writes to a socket that the other end has closed. */
const CLOSED_SOCKET: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET']);

/**
 * Tells whether a fault means that a database cannot be reached, rather than that one question went wrong.
 *
 * @param fault - whatever was thrown
 */
export function isConnectionFault(fault: unknown): boolean {
  if (!types.isNativeError(fault)) return false;
  const { name, code }: Error & { readonly code?: unknown } = fault;
  return CONNECTION_FAULT.test(name) || (name.startsWith('Mongo') ? CHANGE_OF_PRIMARY : CLOSED_SOCKET).has(code);
}
