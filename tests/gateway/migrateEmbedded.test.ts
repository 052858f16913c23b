import type { Connection } from 'mongoose';
import { migrateEmbedded } from '../../gateway/migrateEmbedded.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { checkSchema } from '../../src/migration/checkSchema.ts';
import { planMigration } from '../../src/migration/planMigration.ts';
import { connectSubgraph } from '../../src/subgraph/connectSubgraph.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { silent } from '../kit/mongodConfig.ts';
import { testDatabase } from '../kit/mongo.ts';
import { laterJudiciary, storeOldDefaulters } from '../kit/oldJudiciary.ts';

describe('migrateEmbedded', () => {
  const database = testDatabase();
  let connection: Connection;
  let courts: ConnectedSubgraph;
  const versions = async (): Promise<readonly unknown[]> =>
    courts.database.db.collection('judgmentDefaulters').distinct('schemaVersion');

  beforeAll(async () => {
    connection = await openConnection(database.uri);
  });
  beforeEach(async () => {
    courts = connectSubgraph(laterJudiciary(), connection, database.prefix);
    await courts.database.db.dropDatabase();
    await storeOldDefaulters(courts.database.db, 8);
    await checkSchema(courts, 'LEFT');
  });
  afterAll(async () => {
    await database.drop();
    await connection.close();
  });

  it('moves what an older release wrote to the embedded database, once', async () => {
    const embedded = { mongodbUri: undefined, departmentMongodbUris: {} };
    await migrateEmbedded([courts], embedded, silent);
    expect(await versions()).toEqual([3]);
    await expect(checkSchema(courts, 'REFUSED')).resolves.toBeUndefined();
    expect(await planMigration(courts)).toEqual([]);
  });

  it.each([
    { mongodbUri: 'mongodb://shared', departmentMongodbUris: {} },
    { mongodbUri: undefined, departmentMongodbUris: { judiciary: 'mongodb://own' } },
  ])('refuses it on a server of one’s own: %j', async (config) => {
    await expect(migrateEmbedded([courts], config, silent)).rejects.toMatchObject({ code: 'SCHEMA_OLDER' });
    expect(await versions()).toEqual([]);
  });
});
