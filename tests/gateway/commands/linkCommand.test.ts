import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCommand } from '../../../gateway/commands/importCommand.ts';
import { linkCommand } from '../../../gateway/commands/linkCommand.ts';
import { unlinkedCommand } from '../../../gateway/commands/unlinkedCommand.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph link', () => {
  const folder = temporaryFolder();
  const database = testDatabase();
  const environment = {
    MONGODB_URI: database.uri,
    DATABASE_PREFIX: database.prefix,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    LC_ALL: 'C',
  };
  const run = (...words: string[]): Promise<string> => runCommand(linkCommand(), words, environment);

  async function importLines(collection: string, lines: readonly string[]): Promise<void> {
    const path = join(folder, `${collection}.csv`);
    writeFileSync(path, lines.join('\n'));
    await runCommand(importCommand(), [collection, path], environment);
  }

  beforeAll(() =>
    importLines('registry.abnormalListings', [
      '主体名称,统一社会信用代码,列入事由,列入日期,列入决定机关',
      '甲公司,,未按期公示年度报告,2025-07-08,某局',
      '另一写法,91350100705362917X,未按期公示年度报告,2025-07-09,某局',
      '乙公司,,未按期公示年度报告,2025-07-10,某局',
    ]),
  );
  afterAll(() => database.drop());

  it('links nothing as long as nobody is registered', async () => {
    expect(await run('registry.abnormalListings', '--json')).toBe(
      '{"collection":"registry.abnormalListings","read":3,"linked":{},"unlinked":3,"proposed":0}\n',
    );
  });

  it('links by name and by parts of a wrong code once the enterprise is registered, and tells what is left', async () => {
    await importLines('registry.enterprises', [
      '统一社会信用代码,名称,登记状态,成立日期,登记机关',
      '91350100705362917E,甲公司,存续,2001-05-06,某局',
    ]);
    expect((await run('--as', 'li@registry')).split('\n')).toEqual([
      'registry.abnormalListings',
      '  unlinked facts: 3',
      '  linked: NAME 1, USCC_MIDDLE 1',
      '  still unlinked: 1',
      '',
    ]);
    const left = await runCommand(unlinkedCommand(), ['registry.abnormalListings', '--json'], environment);
    expect(
      left
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { subjectName: string }).subjectName),
    ).toEqual(['乙公司']);
  });

  it('refuses staff of another department, a collection that there is not, and links nothing then', async () => {
    await expect(run('registry.abnormalListings', '--as', 'li@judiciary')).rejects.toThrow('belongs to registry');
    await expect(run('registry.nothing')).rejects.toMatchObject({ code: 'INGEST_COLLECTION_UNKNOWN' });
    expect(await run('--as', 'li@judiciary')).toBe('There are no unlinked facts.\n');
  });
});
