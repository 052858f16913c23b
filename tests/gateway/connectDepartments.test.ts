import { connectDepartments, type ConnectedDepartments } from '../../gateway/connectDepartments.ts';
import { testDatabase, type TestDatabase } from '../kit/mongo.ts';
import { toySubgraphs } from '../kit/toySubgraphs.ts';

const definitions = toySubgraphs().subgraphs;

describe('connecting the departments', () => {
  let database: TestDatabase;
  let connected: ConnectedDepartments;

  beforeAll(async () => {
    database = testDatabase();
    const config = { departmentMongodbUris: {}, databasePrefix: database.prefix };
    connected = await connectDepartments(definitions, config, database.uri);
  });

  afterAll(async () => {
    await connected.close();
    await database.drop();
  });

  it('gives each one its own database, on one client', () => {
    const databases = connected.subgraphs.map((subgraph) => subgraph.database.db);
    expect(databases.map(({ databaseName }) => databaseName)).toEqual(
      ['registry', 'tax', 'courts'].map((name) => `${database.prefix}${name}`),
    );
    expect(new Set(databases.map(({ client }) => client)).size).toBe(1);
  });

  it('gives a department a client of its own where a server is named for it', async () => {
    const config = {
      departmentMongodbUris: { tax: `${database.uri}${database.uri.includes('?') ? '&' : '?'}appName=tax` },
      databasePrefix: database.prefix,
    };
    const own = await connectDepartments(definitions, config, database.uri);
    const clients = own.subgraphs.map((subgraph) => subgraph.database.db.client);
    expect(clients[0]).toBe(clients[2]);
    expect(clients[1]).not.toBe(clients[0]);
    await own.close();
  });

  it('says of each one whether its database answers', async () => {
    expect(await connected.ready()).toEqual({ ok: true, details: { registry: 'ok', tax: 'ok', courts: 'ok' } });
    const config = { departmentMongodbUris: {}, databasePrefix: database.prefix };
    const closed = await connectDepartments(definitions, config, database.uri);
    await closed.close();
    expect(await closed.ready()).toEqual({
      ok: false,
      details: {
        registry: 'its database does not answer',
        tax: 'its database does not answer',
        courts: 'its database does not answer',
      },
    });
  });
});
