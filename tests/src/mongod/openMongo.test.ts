import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openMongo } from '../../../src/mongod/openMongo.ts';
import { readRunning } from '../../../src/mongod/runningFile.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('openMongo', () => {
  const folder = temporaryFolder();
  const { uri, prefix } = testDatabase();

  it("uses the user's own server and starts none", async () => {
    const config = mongodConfig({ DATA_DIR: folder, DATABASE_PREFIX: prefix, MONGODB_URI: uri });
    const mongo = await openMongo(config, silent, ['registry', 'disclosure']);
    expect(mongo).toMatchObject({ uri, embedded: false });
    await mongo.stop();
    expect(await readdir(folder)).toEqual([]);
  });

  it("does not start in place of a user's server that cannot be used", async () => {
    const config = mongodConfig({
      DATA_DIR: folder,
      MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=50',
    });
    await expect(openMongo(config, silent)).rejects.toMatchObject({ code: 'MONGODB_UNREACHABLE' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('starts a server on the data folder where the user names none', async () => {
    const config = mongodConfig({ DATA_DIR: folder });
    const mongo = await openMongo(config, silent, ['registry']);
    expect(mongo.embedded).toBe(true);
    expect(await readRunning(folder)).toMatchObject({ uri: mongo.uri, kind: 'product' });
    expect(await readdir(join(folder, 'mongo'))).toContain('WiredTiger');
    await mongo.stop();
  });
});
