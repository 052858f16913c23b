import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryCommand } from '../../../gateway/commands/dictionaryCommand.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph dictionary', () => {
  const folder = temporaryFolder();
  const run = (...words: string[]): Promise<string> => runCommand(dictionaryCommand(), words);

  it('prints the committed Markdown, or JSON', async () => {
    const committed = readFileSync(join(projectRoot(), 'docs', 'dictionary.md'), 'utf8');
    expect((await run()).trim()).toBe(committed.trim());
    const collections = JSON.parse(await run('--format', 'json')) as { name: string }[];
    expect(collections.map(({ name }) => name)).toContain('registry.enterprises');
  });

  it('writes a file that is not there yet', async () => {
    const path = join(folder, 'dictionary.json');
    expect(await run('--format', 'json', '--out', path)).toBe('');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toBeInstanceOf(Array);
    await expect(run('--out', path)).rejects.toMatchObject({ code: 'INGEST_TARGET_EXISTS' });
    await expect(run('--out', join(folder, 'no', 'where.md'))).rejects.toMatchObject({
      code: 'INGEST_TARGET_UNWRITABLE',
    });
  });
});
