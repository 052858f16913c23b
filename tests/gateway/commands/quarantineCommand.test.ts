import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quarantineCommand } from '../../../gateway/commands/quarantineCommand.ts';
import { importCommand } from '../../../gateway/commands/importCommand.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const CODE = '91350100705362917E';

describe('credit-graph quarantine', () => {
  const folder = temporaryFolder();
  const database = testDatabase();
  const environment = {
    MONGODB_URI: database.uri,
    DATABASE_PREFIX: database.prefix,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    LC_ALL: 'zh_CN.UTF-8',
  };
  const run = (...words: string[]): Promise<string> => runCommand(quarantineCommand(), words, environment);

  beforeAll(async () => {
    const path = join(folder, 'dirty.csv');
    const header = 'name,code_raw,why_not_valid,established_on,province,city';
    writeFileSync(path, `${header}\n甲公司,350100100012345,,2005-07-18,福建,福州\n`);
    await runCommand(importCommand(), ['registry.enterprises', path], environment);
  });
  afterAll(() => database.drop());

  it('lists in the user’s language, or as JSON', async () => {
    const text = await run('list');
    expect(text).toContain('✗ code_raw: 填的是 15 位注册号');
    expect(text).toContain('显示 1 行，共 1 行');
    const entry = JSON.parse(await run('list', 'registry.enterprises', '--json')) as Record<string, unknown>;
    expect(entry).toMatchObject({ collection: 'registry.enterprises', file: 'dirty.csv', row: 2 });
    expect(await run('list', '--reason', 'DATE_INVALID')).toBe('显示 0 行，共 0 行\n');
  });

  it('exports, takes the corrected sheet back, and has nothing to replay then', async () => {
    const path = join(folder, 'export.csv');
    expect(await run('export', 'registry.enterprises', path)).toContain('已导出 1 行');
    const sheet = join(folder, 'corrected.csv');
    writeFileSync(sheet, readFileSync(path, 'utf8').replace('350100100012345', CODE));
    const report = await run('replace', 'registry.enterprises', sheet, '--as', 'wang@registry', '--json');
    expect(JSON.parse(report)).toMatchObject({ read: 1, accepted: 1, quarantined: 0 });
    expect(await run('replay', 'registry.enterprises', '--as', 'wang@registry')).toContain('处理行数: 0');
    expect(await run('replay')).toBe('');
  });

  it('lets only the owning department write', async () => {
    const failures = [
      run('replace', 'registry.enterprises', 'any.csv', '--as', 'wang@judiciary'),
      run('replay', 'registry.enterprises', '--as', 'wang@judiciary'),
      run('replay', '--as', 'wang'),
    ];
    for (const failure of failures) await expect(failure).rejects.toMatchObject({ code: 'commander.invalidArgument' });
    await expect(run('list', 'registry.nothing')).rejects.toMatchObject({ code: 'INGEST_COLLECTION_UNKNOWN' });
  });
});
