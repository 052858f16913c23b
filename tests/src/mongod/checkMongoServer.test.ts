import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { checkMongoServer } from '../../../src/mongod/checkMongoServer.ts';
import { initiateReplicaSet, REPLICA_SET } from '../../../src/mongod/initiateReplicaSet.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { startBareMongod, type BareMongod } from '../../kit/startBareMongod.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const variable = 'TAX_MONGODB_URI';
const SOON = 'serverSelectionTimeoutMS=300';
const PASSWORD = 'hunter2secret';

/** What a refusal tells, and a proof that it does not tell the password. */
async function refusalOf(uri: string, database = 'tax'): Promise<unknown> {
  try {
    return await checkMongoServer({ variable, uri, databases: [database] });
  } catch (error) {
    expect(JSON.stringify(error) + String(error)).not.toContain(PASSWORD);
    return error;
  }
}

describe('checkMongoServer', () => {
  const own = testDatabase();
  afterAll(() => own.drop());

  it('accepts a replica set that it can write to, and leaves nothing there', async () => {
    const database = `${own.prefix}tax`;
    const checked = await checkMongoServer({ variable, uri: own.uri, databases: [database] });
    expect(checked).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      hosts: new URL(own.uri).host,
    });
    const client = new MongoClient(own.uri);
    const { databases } = await client.db('admin').admin().listDatabases();
    await client.close();
    expect(databases.map(({ name }) => name)).not.toContain(database);
  });

  it('refuses a connection string that the driver does not understand', async () => {
    expect(await refusalOf(`mongodb://user:${PASSWORD}@host:port/?nonsense`)).toMatchObject({
      code: 'MONGODB_URI_INVALID',
      details: { variable },
    });
  });

  it('refuses an address where nobody answers', async () => {
    const uri = `mongodb://user:${PASSWORD}@127.0.0.1:9,127.0.0.1:10/?${SOON}`;
    expect(await refusalOf(uri)).toMatchObject({
      code: 'MONGODB_UNREACHABLE',
      details: {
        variable,
        hosts: '127.0.0.1:9,127.0.0.1:10',
        reason: expect.stringContaining('ECONNREFUSED') as string,
      },
    });
  });

  it('refuses a release that is too old', async () => {
    // The real server behind a wire that changes its version in what it says of itself: old releases are not at hand.
    const { hostname, port } = new URL(own.uri);
    const wire = createServer((near) => {
      const far = connect(Number(port), hostname);
      near.pipe(far);
      far.on('data', (chunk) => {
        const text = chunk.toString('latin1');
        near.write(Buffer.from(text.replace(/(\x02version\x00....)\d(\.\d+\.\d+\x00)/s, '$15$2'), 'latin1'));
      });
      near.on('close', () => far.destroy());
      near.on('error', () => far.destroy());
    }).listen(0, '127.0.0.1');
    await once(wire, 'listening');
    const host = `127.0.0.1:${(wire.address() as AddressInfo).port}`;
    const refusal = await refusalOf(`mongodb://${host}/?directConnection=true`);
    wire.close();
    expect(refusal).toMatchObject({
      code: 'MONGODB_TOO_OLD',
      details: { variable, hosts: host, version: expect.stringMatching(/^5\./) as string, minimum: '6.0' },
    });
  });
});

describe('checkMongoServer of a standalone server', () => {
  let server: BareMongod;
  beforeAll(async () => {
    server = await startBareMongod();
  });
  afterAll(() => server.stop());

  it('refuses it', async () => {
    expect(await refusalOf(`mongodb://${server.host}/`)).toMatchObject({
      code: 'MONGODB_NOT_REPLICA_SET',
      details: { variable, hosts: server.host },
    });
  });

  it('refuses it also where the connection string claims a set', async () => {
    expect(await refusalOf(`mongodb://${server.host}/?replicaSet=rs0&${SOON}`)).toMatchObject({
      code: 'MONGODB_NOT_REPLICA_SET',
    });
  });
});

describe('checkMongoServer of a server with users', () => {
  const folder = temporaryFolder();
  let server: BareMongod;
  beforeAll(async () => {
    const keyFile = join(folder, 'key');
    await writeFile(keyFile, randomBytes(60).toString('base64'), { mode: 0o600 });
    server = await startBareMongod('--replSet', REPLICA_SET, '--keyFile', keyFile);
  });
  afterAll(() => server.stop());

  const uriOf = (user: string, password: string) =>
    `mongodb://${user}:${password}@${server.host}/?replicaSet=${REPLICA_SET}&authSource=admin`;

  it('refuses a replica set that nobody has initiated', async () => {
    expect(await refusalOf(`mongodb://${server.host}/?${SOON}`)).toMatchObject({ code: 'MONGODB_NOT_REPLICA_SET' });
  });

  it('refuses users who may not write to the database of the department', async () => {
    await initiateReplicaSet(server.host);
    const client = new MongoClient(`mongodb://${server.host}/?replicaSet=${REPLICA_SET}`);
    const admin = client.db('admin');
    await admin.command({ createUser: 'root', pwd: PASSWORD, roles: ['root'] });
    await client.close();
    const asRoot = new MongoClient(uriOf('root', PASSWORD));
    const rights = { reader: [{ role: 'read', db: 'tax' }], writer: [{ role: 'readWrite', db: 'tax' }] };
    for (const [createUser, roles] of Object.entries(rights)) {
      await asRoot.db('admin').command({ createUser, pwd: PASSWORD, roles });
    }
    await asRoot.close();
    const reason = expect.stringContaining('not authorized on tax') as string;
    expect(await refusalOf(uriOf('reader', PASSWORD))).toMatchObject({
      code: 'MONGODB_NO_RIGHTS',
      details: { variable, hosts: server.host, database: 'tax', reason },
    });
    expect(await refusalOf(uriOf('writer', PASSWORD), 'labour')).toMatchObject({ code: 'MONGODB_NO_RIGHTS' });
    expect(await refusalOf(uriOf('writer', PASSWORD))).toMatchObject({ hosts: server.host });
    expect(await refusalOf(uriOf('writer', 'wrong'))).toMatchObject({
      code: 'MONGODB_UNREACHABLE',
      details: { reason: 'Authentication failed.' },
    });
    expect(await refusalOf(`mongodb://${server.host}/?replicaSet=${REPLICA_SET}`)).toMatchObject({
      code: 'MONGODB_NO_RIGHTS',
    });
  });
});
