import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { readExamples } from '../../../src/portal/readExamples.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the examples of the explorer', () => {
  const root = temporaryFolder();

  /** A folder with files. */
  function folderOf(name: string, files: Readonly<Record<string, string>>): string {
    const folder = join(root, name);
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return folder;
  }

  it('are the files of a folder in the order of their names, with title and variables', async () => {
    const folder = folderOf('good', {
      '20-list.graphql': '# title: 企业列表\n\nquery List { a }\n',
      '10-one.graphql':
        '# title: 一家企业\n# variables: {"uscc": "91"}\n# headers: {"x-a": "1"}\n# 按代码查询\nquery One($uscc: ID) { a }\n',
      'notes.md': 'not an example',
    });
    expect(await readExamples(folder)).toEqual([
      {
        title: '一家企业',
        query: '# 按代码查询\nquery One($uscc: ID) { a }\n',
        variables: { uscc: '91' },
        headers: { 'x-a': '1' },
      },
      { title: '企业列表', query: 'query List { a }\n', variables: {} },
    ]);
  });

  it('must have a title', async () => {
    const folder = folderOf('untitled', { 'a.graphql': '{ a }' });
    await expect(readExamples(folder)).rejects.toThrow('The example a.graphql has no line `# title: …`');
  });

  it('must have variables that are JSON', async () => {
    const folder = folderOf('broken', { 'a.graphql': '# title: 甲\n# variables: {uscc}\n{ a }' });
    await expect(readExamples(folder)).rejects.toThrow('The variables of the example a.graphql are not JSON');
  });

  it('must have headers that are JSON', async () => {
    const folder = folderOf('headless', { 'a.graphql': '# title: 甲\n# headers: {a}\n{ a }' });
    await expect(readExamples(folder)).rejects.toThrow('The headers of the example a.graphql are not JSON');
  });

  it('that ship with the product are documents with one operation each, of different titles', async () => {
    const examples = await readExamples();
    for (const { query } of examples) {
      const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      expect(operations).toHaveLength(1);
    }
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
    expect(examples.length).toBeGreaterThan(0);
  });
});
