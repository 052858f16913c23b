import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCommand } from '../../../gateway/commands/importCommand.ts';
import { unlinkedCommand } from '../../../gateway/commands/unlinkedCommand.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph unlinked', () => {
  const folder = temporaryFolder();
  const database = testDatabase();
  const environment = {
    MONGODB_URI: database.uri,
    DATABASE_PREFIX: database.prefix,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    LC_ALL: 'C',
  };
  const run = (...words: string[]): Promise<string> => runCommand(unlinkedCommand(), words, environment);

  beforeAll(async () => {
    const path = join(folder, 'listings.csv');
    const rows = ['甲公司 13912345678,未按期公示年度报告,2025-07-08,某局', '乙公司,未按期公示年度报告,2025-07-09,某局'];
    writeFileSync(path, ['主体名称,列入事由,列入日期,列入决定机关', ...rows].join('\n'));
    await runCommand(importCommand(), ['registry.abnormalListings', path], environment);
  });
  afterAll(() => database.drop());

  it('lists what no enterprise was found for, newest first, with where it came from', async () => {
    const lines = (await run('registry.abnormalListings', '--json')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { subjectName: '乙公司', source: 'listings.csv', row: 3, rawCode: null },
      { subjectName: '甲公司 139****5678', source: 'listings.csv', row: 2 },
    ]);
  });

  it('tells how many there are beside those that it lists', async () => {
    const text = await run('registry.abnormalListings', '--limit', '1');
    expect(text).toContain('乙公司');
    expect(text).toContain('1 of 2 facts');
    expect(await run('registry.changes')).toBe('0 of 0 facts\n');
    await expect(run('registry.nothing')).rejects.toMatchObject({ code: 'INGEST_COLLECTION_UNKNOWN' });
  });
});
