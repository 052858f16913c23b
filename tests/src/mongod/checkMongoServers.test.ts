import { checkMongoServers } from '../../../src/mongod/checkMongoServers.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { pino } from 'pino';

describe('checkMongoServers', () => {
  const { uri, prefix } = testDatabase();
  const dead = 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100';
  const configOf = (environment: NodeJS.ProcessEnv) =>
    mongodConfig({ DATA_DIR: '/nowhere', DATABASE_PREFIX: prefix, ...environment });

  it('has nothing to check where the user names no server', async () => {
    await expect(checkMongoServers(configOf({}), silent, ['registry'])).resolves.toBeUndefined();
  });

  it('logs each server by its variable', async () => {
    const lines: unknown[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    await checkMongoServers(configOf({ MONGODB_URI: uri, TAX_MONGODB_URI: uri }), log, ['registry', 'tax']);
    const hosts = new URL(uri).host;
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual(expect.objectContaining({ from: 'MONGODB_URI', hosts }));
    expect(lines).toContainEqual(expect.objectContaining({ from: 'TAX_MONGODB_URI', hosts }));
  });

  it('refuses the shared server under its name', async () => {
    await expect(checkMongoServers(configOf({ MONGODB_URI: dead }), silent, [])).rejects.toMatchObject({
      details: { variable: 'MONGODB_URI' },
    });
  });

  it("refuses a department's own server under its name, also beside the product's own", async () => {
    await expect(checkMongoServers(configOf({ TAX_MONGODB_URI: dead }), silent, ['tax'])).rejects.toMatchObject({
      details: { variable: 'TAX_MONGODB_URI' },
    });
  });
});
