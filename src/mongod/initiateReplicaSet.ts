import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, MongoServerError, type Document } from 'mongodb';

/** Name of the replica set that the product's own server forms with itself. */
export const REPLICA_SET = 'credit-graph';

/**
 * Makes a server the only member of its replica set and waits until it takes writes.
 *
 * A folder of an earlier run still names yesterday's port, which would leave the server waiting for a primary for ever;
 * its stored configuration is replaced by force.
 *
 * @param host - host and port of the running server
 * @throws Error when the server is not writable within a minute
 */
export async function initiateReplicaSet(host: string): Promise<void> {
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 10_000 });
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host }];
    const command = (document: Document) => admin.command(document);
    try {
      await command({ replSetInitiate: { _id: REPLICA_SET, members } });
    } catch (error) {
      if (!(error instanceof MongoServerError && error.codeName === 'AlreadyInitialized')) throw error;
      const stored = (await command({ replSetGetConfig: 1 }))['config'] as Document;
      const version = Number(stored['version']) + 1;
      await command({ replSetReconfig: { ...stored, version, members }, force: true });
    }
    await untilWritable(command);
  } finally {
    await client.close();
  }
}

async function untilWritable(command: (document: Document) => Promise<Document>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await command({ hello: 1 }))['isWritablePrimary'] !== true) {
    if (Date.now() > deadline) throw new Error('it took no writes within 60 s');
    await pause(20);
  }
}
