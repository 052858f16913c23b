import { MongoClient } from 'mongodb';
import { testDatabase } from './mongo.ts';

describe('testDatabase', () => {
  const own = testDatabase();
  const other = testDatabase();
  const client = new MongoClient(own.uri);

  afterAll(async () => {
    await own.drop();
    await other.drop();
    await client.close();
  });

  const databaseNames = async () =>
    (await client.db('admin').admin().listDatabases()).databases.map(({ name }) => name);

  it('gives a replica set that commits transactions', async () => {
    const facts = client.db(`${own.prefix}facts`).collection<{ name: string }>('facts');
    await client.withSession((session) =>
      session.withTransaction(() => facts.insertOne({ name: 'committed' }, { session })),
    );
    expect(await facts.countDocuments({ name: 'committed' })).toBe(1);
  });

  it('gives a replica set with change streams', async () => {
    const facts = client.db(`${own.prefix}facts`).collection<{ name: string }>('facts');
    const stream = facts.watch();
    const first = stream.next();
    await facts.insertOne({ name: 'streamed' });
    expect(await first).toMatchObject({ operationType: 'insert', fullDocument: { name: 'streamed' } });
    await stream.close();
  });

  it('drops the databases of its own prefix and no others', async () => {
    await client.db(`${own.prefix}tax`).collection('facts').insertOne({});
    await client.db(`${other.prefix}tax`).collection('facts').insertOne({});
    await own.drop();
    const names = await databaseNames();
    expect(names.filter((name) => name.startsWith(own.prefix))).toEqual([]);
    expect(names).toContain(`${other.prefix}tax`);
  });
});
