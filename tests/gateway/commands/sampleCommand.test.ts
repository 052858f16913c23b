import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { sampleCommand } from '../../../gateway/commands/sampleCommand.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph sample', () => {
  const folder = temporaryFolder();
  const database = testDatabase();
  const environment = {
    MONGODB_URI: database.uri,
    DATABASE_PREFIX: database.prefix,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    LC_ALL: 'en_GB.UTF-8',
  };
  const run = (words: string[], more: Record<string, string> = {}): Promise<string> =>
    runCommand(sampleCommand(), words, { ...environment, ...more });
  afterAll(() => database.drop());

  const stored = async (): Promise<number> => {
    const client = new MongoClient(database.uri);
    try {
      return await client.db(`${database.prefix}registry`).collection('enterprises').countDocuments();
    } finally {
      await client.close();
    }
  };

  it('loads a city, says what is in it, and takes it out again', async () => {
    const text = await run(['--enterprises', '30', '--seed', '5', '--as-of', '2026-06-15']);
    expect(text).toMatch(/^ {2}registry\.enterprises {1,30}30$/m);
    expect(text).toMatch(/^ {2}judiciary\.bankruptcyCases {1,30}\d+$/m);
    expect(text).toMatch(/^The sample city is loaded: \d{3,4} facts in \d+\.\d s$/m);
    expect(text).toContain('The same city again: --enterprises 30 --seed 5 --as-of 2026-06-15');
    expect(await stored()).toBe(30);
    expect(await run(['--remove'])).toMatch(/^The sample city is taken out: \d{3,4} facts in \d+\.\d s\n$/);
    expect(await stored()).toBe(0);
  });

  it('writes a file without a database, the same each time', async () => {
    const files = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];
    const elsewhere = { MONGODB_URI: 'mongodb://127.0.0.1:1/', LC_ALL: 'zh_CN.UTF-8' };
    for (const file of files) {
      const text = await run(['--enterprises', '20', '--as-of', '2026-06-15', '--out', file], elsewhere);
      expect(text).toContain(`示例城市已写入 ${file}：`);
    }
    const [one, two] = files.map((file) => readFileSync(file, 'utf8'));
    expect(one).toBe(two);
    expect(one?.split('\n').filter((line) => line.includes('"registry.enterprises"'))).toHaveLength(20);
  });

  for (const words of [
    ['--enterprises', '0'],
    ['--enterprises', '10000001'],
    ['--enterprises', '1e3'],
    ['--seed', '-1'],
    ['--seed', '2147483648'],
    ['--as-of', '2021-12-31'],
    ['--as-of', '9999-12-31'],
    ['--as-of', '2026-02-30'],
    ['--as-of', 'yesterday'],
  ]) {
    it(`refuses ${words.join(' ')}`, async () => {
      await expect(run(words)).rejects.toMatchObject({ code: 'commander.invalidArgument' });
    });
  }

  it('refuses to take out and to write at once', async () => {
    const failure = run(['--remove', '--out', join(folder, 'never.jsonl')]);
    await expect(failure).rejects.toMatchObject({ code: 'commander.conflictingOption' });
  });
});
