import type { Collection } from 'mongodb';
import type { Connection } from 'mongoose';
import type { ClientDocument } from './ClientDocument.ts';

/** Name of the database of clients, and of the variable that gives it a server of its own: `IDENTITY_MONGODB_URI`. */
export const IDENTITY = 'identity';

/** The database of clients. */
export interface IdentityDatabase {
  readonly connection: Connection;
  readonly clients: Collection<ClientDocument>;
}

/**
 * Opens the database of clients and makes its indexes.
 *
 * @param connection - its MongoDB server
 * @param prefix - put before the database's name
 */
export async function openIdentityDatabase(connection: Connection, prefix = ''): Promise<IdentityDatabase> {
  const clients = connection.getClient().db(`${prefix}${IDENTITY}`).collection<ClientDocument>('clients');
  await clients.createIndex(
    { 'credentials.id': 1 },
    { unique: true, partialFilterExpression: { 'credentials.id': { $exists: true } } },
    {},
  );
  return { connection, clients };
}
