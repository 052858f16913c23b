import { MongoClient, MongoServerSelectionError, type Db } from 'mongodb';
import type { ErrorDetails } from '../errors/AppError.ts';
import { messageOf } from '../errors/messageOf.ts';
import { StartError } from '../errors/StartError.ts';
import type { StartErrorCode } from '../errors/startCodes.ts';
import { isSupported, MINIMUM_VERSION } from './mongodVersion.ts';

/** A MongoDB that the user has named. */
export interface ServerToCheck {
  /** The environment variable that names it. */
  readonly variable: string;
  readonly uri: string;
  /** Databases that must be writable. */
  readonly databases: readonly string[];
}

/** The driver would wait 30 s, long enough for a user to think that nothing happens. */
const PATIENCE = { serverSelectionTimeoutMS: 5_000 };

/**
 * Finds out whether a MongoDB of the user's can carry the product: reachable, new enough, a replica set or a sharded
 * cluster, and writable. Nothing is left behind in it.
 *
 * @returns its version and host names, for the log
 * @throws StartError that names the variable and the hosts, never the connection string with its password
 */
export async function checkMongoServer(server: ServerToCheck): Promise<{ version: string; hosts: string }> {
  const client = clientFor(server);
  const { srvHost, hosts: addresses } = client.options;
  const hosts = srvHost ?? addresses.join(',');
  const refuse = (code: StartErrorCode, details: ErrorDetails, cause?: unknown) =>
    new StartError(code, { variable: server.variable, hosts, ...details }, { cause });
  try {
    await client.connect().catch((error: unknown) => {
      if (isNoMember(error)) throw refuse('MONGODB_NOT_REPLICA_SET', {}, error);
      throw refuse('MONGODB_UNREACHABLE', { reason: messageOf(error) }, error);
    });
    const version = await versionOf(client.db('admin'));
    if (!isSupported(version)) throw refuse('MONGODB_TOO_OLD', { version, minimum: MINIMUM_VERSION });
    if (!(await hasTransactions(client.db('admin')))) throw refuse('MONGODB_NOT_REPLICA_SET', {});
    for (const database of server.databases) {
      await tryToWrite(client, database).catch((error: unknown) => {
        throw refuse('MONGODB_NO_RIGHTS', { database, reason: messageOf(error) }, error);
      });
    }
    return { version, hosts };
  } finally {
    await client.close();
  }
}

function clientFor({ uri, variable }: ServerToCheck): MongoClient {
  const hasOwnPatience = /[?&]serverSelectionTimeoutMS=/i.test(uri);
  try {
    return new MongoClient(uri, { appName: 'credit-graph', ...(hasOwnPatience ? {} : PATIENCE) });
  } catch {
    // The driver's message may repeat the string with its password, so it is not passed on as a cause either.
    throw new StartError('MONGODB_URI_INVALID', { variable });
  }
}

/** Servers answered, but none as a member: the set is not initiated, or the string names a set that they are not in. */
function isNoMember(error: unknown): boolean {
  if (!(error instanceof MongoServerSelectionError) || error.reason === undefined) return false;
  const servers = [...error.reason.servers.values()];
  return servers.length === 0 || servers.some(({ type }) => type === 'RSGhost');
}

async function versionOf(admin: Db): Promise<string> {
  const build = await admin.command({ buildInfo: 1 });
  return String(build['version']);
}

async function hasTransactions(admin: Db): Promise<boolean> {
  const hello = await admin.command({ hello: 1 });
  return hello['setName'] !== undefined || hello['msg'] === 'isdbgrid';
}

/** Writes in a transaction that is taken back, which proves rights and transactions and leaves nothing. */
async function tryToWrite(client: MongoClient, database: string): Promise<void> {
  const session = client.startSession();
  try {
    session.startTransaction();
    await client.db(database).collection('start_check').insertOne({}, { session });
    await session.abortTransaction();
  } finally {
    await session.endSession();
  }
}
