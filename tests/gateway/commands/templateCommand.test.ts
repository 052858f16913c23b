import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateCommand } from '../../../gateway/commands/templateCommand.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { columnsOf } from '../../../src/data/envelopeFields.ts';
import { collectionId } from '../../../src/data/FactCollection.ts';
import { layoutOf } from '../../../src/ingest/layRows.ts';
import { openRows } from '../../../src/ingest/read/openRows.ts';
import { chooseProfile } from '../../../src/ingest/source/chooseProfile.ts';
import { loadProfiles } from '../../../src/ingest/source/loadProfiles.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const departments = await loadDepartments();
const profiles = departments.flatMap(({ name }) => loadProfiles(join(projectRoot(), 'subgraphs', name, 'sources')));
const collections = departments.flatMap((department) => Object.values(department.collections));
const files = collections.flatMap((collection) =>
  (['csv', 'xlsx'] as const).map((ending) => [collectionId(collection), ending, collection] as const),
);

describe('credit-graph template', () => {
  const folder = temporaryFolder();
  const run = (...words: string[]): Promise<string> => runCommand(templateCommand(), words);

  it.each(files)(
    '%s as %s is read again column by column, nothing missing or ignored',
    async (name, ending, collection) => {
      const path = join(folder, `${name}.${ending}`);
      expect(await run(name, path)).toBe(`${path}\n`);
      const source = await openRows(path);
      source.close();
      expect(chooseProfile(profiles, name, source.header)).toBeUndefined();
      const { columns, ignored } = layoutOf(source, collection, undefined);
      expect(columns).toEqual(columnsOf(collection).map(([field]) => field));
      expect(ignored).toEqual([]);
    },
  );

  it('writes CSV to standard output where no file is named', async () => {
    expect(await run('registry.changes')).toMatch(/^\uFEFF[^\n]+\r\n$/);
    const workbook = await run('registry.changes', '--format', 'xlsx');
    expect(workbook.startsWith('PK')).toBe(true);
  });

  it('goes by --format where it is given, else by the ending of the file', async () => {
    const path = join(folder, 'template.txt');
    await expect(run('registry.changes', path)).rejects.toMatchObject({ code: 'commander.invalidArgument' });
    await run('registry.changes', path, '--format', 'csv');
    expect(readFileSync(path, 'utf8')).toContain('统一社会信用代码');
  });

  it('leaves a file alone that may be filled in already, and knows its collections', async () => {
    const path = join(folder, 'filled.csv');
    writeFileSync(path, 'filled in');
    await expect(run('registry.changes', path)).rejects.toMatchObject({ code: 'INGEST_TARGET_EXISTS' });
    expect(readFileSync(path, 'utf8')).toBe('filled in');
    await expect(run('registry.nothing')).rejects.toMatchObject({ code: 'INGEST_COLLECTION_UNKNOWN' });
  });
});
