import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDefinitions } from '../../../src/config/readDefinitions.ts';
import { StartError } from '../../../src/errors/StartError.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const schema = z.strictObject({ id: z.string(), from: z.string() });
const root = temporaryFolder();

function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

describe('readDefinitions', () => {
  it('reads every YAML file of a folder in order, days as text', () => {
    const files = { 'b.yaml': 'id: b\nfrom: 2021-09-01\n', 'a.yaml': "id: a\nfrom: ''\n", 'c.txt': 'no' };
    const { definitions, text } = readDefinitions(folderWith('good', files), schema);
    expect(definitions).toEqual([
      { id: 'a', from: '' },
      { id: 'b', from: '2021-09-01' },
    ]);
    expect(text).toContain('id: b');
  });

  it('names every wrong key of every file, and text that is no YAML', () => {
    const folder = folderWith('bad', { 'a.yaml': 'id: a\nwhy: x\n', 'b.yaml': 'from: 1\n', 'c.yaml': 'a: [' });
    let error: unknown;
    try {
      readDefinitions(folder, schema);
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof StartError)) throw new Error('not refused');
    expect(error.code).toBe('DEFINITIONS_INVALID');
    const files = String(error.details['problems'])
      .split('\n')
      .map((line) => line.slice(0, line.indexOf(':', 8)));
    expect(files).toEqual([
      'a.yaml: from',
      expect.stringMatching('a.yaml: .file.'),
      'b.yaml: id',
      'b.yaml: from',
      expect.stringMatching('c.yaml'),
    ]);
  });
});
