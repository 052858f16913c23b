import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openMongo } from '../../../src/mongod/openMongo.ts';
import { openMongoForCommand } from '../../../src/mongod/openMongoForCommand.ts';
import { lives, readRunning, writeRunning } from '../../../src/mongod/runningFile.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('openMongoForCommand', () => {
  const folder = temporaryFolder();

  const answers = async (uri: string): Promise<boolean> => {
    const client = new MongoClient(uri);
    const { ok } = await client.db('admin').command({ ping: 1 });
    await client.close();
    return ok === 1;
  };

  it('uses the database of the running product, and leaves it running', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'beside') });
    const product = await openMongo(config, silent);
    const command = await openMongoForCommand(config, silent);
    expect(command).toMatchObject({ uri: product.uri, embedded: true });
    await command.stop();
    expect(await answers(product.uri)).toBe(true);
    await product.stop();
  });

  it('starts a database for its own duration where no product runs', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'alone') });
    const command = await openMongoForCommand(config, silent);
    const running = await readRunning(config.dataDir);
    expect(await answers(command.uri)).toBe(true);
    await command.stop();
    expect(running?.kind).toBe('command');
    expect(running && (await lives(running.mongod))).toBe(false);
  });

  it('does not share the database of another command', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'commands') });
    const first = await openMongoForCommand(config, silent);
    await expect(openMongoForCommand(config, silent)).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      details: { folder: config.dataDir, pid: process.pid },
    });
    await first.stop();
  });

  it('takes the file of a product that is gone for stale', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'stale') });
    const product = await openMongo(config, silent);
    const file = join(config.dataDir, 'running.json');
    const left = await readFile(file, 'utf8');
    await product.stop();
    await writeFile(file, left.replaceAll(/"identity": "[^"]+"/g, '"identity": "of an earlier life"'));
    const command = await openMongoForCommand(config, silent);
    expect(command.uri).not.toBe(product.uri);
    expect(await answers(command.uri)).toBe(true);
    await command.stop();
  });

  it('names the process where a product lives and its database does not answer', async () => {
    const config = mongodConfig({ DATA_DIR: join(folder, 'mute') });
    const product = await openMongo(config, silent);
    const running = await readRunning(config.dataDir);
    if (running === undefined) throw new Error('The product is not announced.');
    await writeRunning(config.dataDir, { ...running, uri: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100' });
    await expect(openMongoForCommand(config, silent)).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      details: { pid: process.pid },
    });
    await product.stop();
  });

  it("uses the user's own server where there is one", async () => {
    const { uri } = testDatabase();
    const config = mongodConfig({ DATA_DIR: join(folder, 'own'), MONGODB_URI: uri });
    const command = await openMongoForCommand(config, silent);
    expect(command).toMatchObject({ uri, embedded: false });
    await command.stop();
    expect(await answers(uri)).toBe(true);
    expect(await readRunning(config.dataDir)).toBeUndefined();
  });
});
