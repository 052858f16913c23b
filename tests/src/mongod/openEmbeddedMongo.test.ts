import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openEmbeddedMongo } from '../../../src/mongod/openEmbeddedMongo.ts';
import { lives, readRunning, type Running } from '../../../src/mongod/runningFile.ts';
import { mongodConfig, mongodEnvironment, silent } from '../../kit/mongodConfig.ts';
import { startProgram } from '../../kit/startProgram.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const PRODUCT = 'tests/kit/programs/holdMongo.ts';

async function withFacts<T>(uri: string, use: (facts: ReturnType<typeof factsOf>) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await use(factsOf(client));
  } finally {
    await client.close();
  }
}

const factsOf = (client: MongoClient) => client.db('registry').collection<{ name: string }>('facts');
const write = (uri: string, name: string) =>
  withFacts(uri, (facts) => facts.insertOne({ name }, { writeConcern: { w: 'majority', journal: true } }));
const names = (uri: string) =>
  withFacts(uri, async (facts) => (await facts.find().sort({ _id: 1 }).toArray()).map(({ name }) => name));

describe('openEmbeddedMongo', () => {
  const folder = temporaryFolder();

  const runningOf = async (dataDir: string): Promise<Running> => {
    const running = await readRunning(dataDir);
    if (running === undefined) throw new Error(`Nobody runs on ${dataDir}`);
    return running;
  };

  it('keeps the data of its folder across restarts', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'restarts') });
    for (const name of ['first', 'second']) {
      const mongo = await openEmbeddedMongo(config, silent, 'product');
      await write(mongo.uri, name);
      await mongo.stop();
    }
    const mongo = await openEmbeddedMongo(config, silent, 'product');
    expect(await names(mongo.uri)).toEqual(['first', 'second']);
    await mongo.stop();
  });

  it('is announced while it runs, and gone with its announcement when it is stopped', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'announced') });
    const mongo = await openEmbeddedMongo(config, silent, 'command');
    const running = await runningOf(config.dataDir);
    expect(running).toMatchObject({ uri: mongo.uri, kind: 'command', owner: { pid: process.pid } });
    expect(await lives(running.mongod)).toBe(true);
    await mongo.stop();
    await mongo.stop();
    expect(await readRunning(config.dataDir)).toBeUndefined();
    expect(await lives(running.mongod)).toBe(false);
  });

  it('bounds its cache and takes connections of this machine only', async () => {
    const mongo = await openEmbeddedMongo(mongodConfig({ DATA_DIR: join(folder, 'bounds') }), silent, 'product');
    const client = new MongoClient(mongo.uri);
    const { parsed } = await client.db('admin').command({ getCmdLineOpts: 1 });
    await client.close();
    await mongo.stop();
    expect(parsed).toMatchObject({
      net: { bindIp: '127.0.0.1' },
      storage: { wiredTiger: { engineConfig: { cacheSizeGB: 0.25 } } },
    });
  });

  it('refuses a folder in use and names the process', async () => {
    const dataDir = join(folder, 'used');
    const product = await startProgram(PRODUCT, { ...mongodEnvironment(), DATA_DIR: dataDir });
    const second = openEmbeddedMongo(mongodConfig({ DATA_DIR: dataDir }), silent, 'product');
    await expect(second).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      message: `The folder ${dataDir} is in use by the process ${product.process.pid}.`,
    });
    await write(product.firstLine, 'still served');
    expect(await names(product.firstLine)).toEqual(['still served']);
    await product.end('SIGTERM');
    expect(await readRunning(dataDir)).toBeUndefined();
  });

  it('recovers what was written after product and server were both killed', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'killed') });
    const product = await startProgram(PRODUCT, { ...mongodEnvironment(), DATA_DIR: config.dataDir });
    await write(product.firstLine, 'before the kill');
    const { mongod } = await runningOf(config.dataDir);
    process.kill(mongod.pid, 'SIGKILL');
    await product.end('SIGKILL');
    const mongo = await openEmbeddedMongo(config, silent, 'product');
    expect(await names(mongo.uri)).toEqual(['before the kill']);
    await mongo.stop();
  });

  it('ends the server that a killed product has left, and goes on with its data', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'orphan') });
    const product = await startProgram(PRODUCT, { ...mongodEnvironment(), DATA_DIR: config.dataDir });
    await write(product.firstLine, 'of the killed product');
    const { mongod } = await runningOf(config.dataDir);
    await product.end('SIGKILL');
    expect(await lives(mongod)).toBe(true);
    const mongo = await openEmbeddedMongo(config, silent, 'product');
    expect(await lives(mongod)).toBe(false);
    expect(await names(mongo.uri)).toEqual(['of the killed product']);
    await mongo.stop();
  });

  it('leaves an unknown server on the folder alone and says so', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'locked') });
    const first = await openEmbeddedMongo(config, silent, 'product');
    const file = join(config.dataDir, 'running.json');
    const content = await readFile(file, 'utf8');
    await writeFile(file, '{}');
    await expect(openEmbeddedMongo(config, silent, 'product')).rejects.toMatchObject({
      code: 'DATA_DIR_LOCKED',
      details: { folder: join(config.dataDir, 'mongo') },
    });
    await writeFile(file, content);
    expect(await names(first.uri)).toEqual([]);
    await first.stop();
  });

  it('says that the folder cannot be made', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    await expect(
      openEmbeddedMongo(mongodConfig({ DATA_DIR: join(file, 'data') }), silent, 'product'),
    ).rejects.toMatchObject({
      code: 'DATA_DIR_UNUSABLE',
    });
  });

  it('says that the data is of a release that the server cannot read', async () => {
    // The only thing that is played here is the exit code of MongoDB's manual; newer data files are not at hand.
    const program = join(folder, 'older-mongod');
    await writeFile(program, '#!/bin/sh\n[ "$1" = --version ] && echo db version v6.0.5 || exit 62\n', { mode: 0o755 });
    const config = mongodConfig({ DATA_DIR: join(folder, 'newer'), MONGOD_PATH: program });
    await expect(openEmbeddedMongo(config, silent, 'product')).rejects.toMatchObject({
      code: 'DATA_DIR_NEWER',
      details: { folder: join(config.dataDir, 'mongo'), path: program, version: '6.0.5' },
    });
  });

  it('says why the server does not start', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'spoilt') });
    await mkdir(join(config.dataDir, 'mongo'), { recursive: true });
    await writeFile(join(config.dataDir, 'mongo', 'storage.bson'), 'no BSON');
    await expect(openEmbeddedMongo(config, silent, 'product')).rejects.toMatchObject({
      code: 'MONGOD_FAILED',
      details: { reason: expect.stringMatching(/storage\.bson|metadata/i) as string },
    });
  });
});
