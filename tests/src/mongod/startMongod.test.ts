import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { openMongo } from '../../../src/mongod/openMongo.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const COLLECTIONS = 40;

describe('a started mongod', () => {
  const folder = temporaryFolder();
  const files = async (): Promise<number> => (await readdir(`${folder}/mongo`)).length;

  it('lets go of the files of dropped collections within seconds, so that it never runs out of them', async () => {
    const mongo = await openMongo(mongodConfig({ DATA_DIR: folder }), silent);
    const client = new MongoClient(mongo.uri);
    const database = client.db('passing');
    const before = await files();
    for (let at = 0; at < COLLECTIONS; at += 1) await database.createCollection(`c${at}`);
    const held = await files();
    await database.dropDatabase();
    // Files go with a checkpoint, which the server makes once a minute by itself and now on demand.
    for (let tries = 0; tries < 60 && (await files()) > before + 10; tries += 1) {
      await client.db('admin').command({ appendOplogNote: 1, data: { tick: tries } });
      await client.db('admin').command({ fsync: 1 });
      await sleep(1_000);
    }
    const left = await files();
    await client.close();
    await mongo.stop();
    expect(held).toBeGreaterThanOrEqual(before + 2 * COLLECTIONS);
    expect(left).toBeLessThanOrEqual(before + COLLECTIONS);
  }, 120_000);
});
