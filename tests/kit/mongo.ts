import { randomUUID } from 'node:crypto';
import { MongoClient, type Db } from 'mongodb';

/** A test file's share of the run's MongoDB: every database whose name starts with `prefix`. */
export interface TestDatabase {
  readonly uri: string;
  /** To be put before each database name; also what `DATABASE_PREFIX` takes. */
  readonly prefix: string;
  /** Removes all databases with the prefix; call it in `afterAll`. */
  drop(): Promise<void>;
}

/**
 * Gives a test file databases of its own on the server that all files share.
 *
 * @throws Error outside a jest run
 */
export function testDatabase(): TestDatabase {
  const uri = process.env['MONGODB_URI_FOR_TESTS'];
  if (!uri) throw new Error('The global set-up of jest has started no MongoDB.');
  const prefix = `t${randomUUID().slice(0, 8)}_`;
  return { uri, prefix, drop: () => dropWithPrefix(uri, prefix) };
}

async function dropWithPrefix(uri: string, prefix: string): Promise<void> {
  const client = new MongoClient(uri);
  try {
    const own = await databasesOf(client, prefix);
    await Promise.all(own.map((db) => db.dropDatabase()));
  } finally {
    await client.close();
  }
}

/**
 * Lists a test file's own databases.
 *
 * @param client - of the server
 * @param prefix - of its {@link TestDatabase}
 */
export async function databasesOf(client: MongoClient, prefix: string): Promise<readonly Db[]> {
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  return databases.filter(({ name }) => name.startsWith(prefix)).map(({ name }) => client.db(name));
}
