import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeContracts } from '../../gateway/doors/composeContracts.ts';
import { filesOf } from '../../gateway/keptGraph.ts';
import { writeSchemas } from '../../gateway/writeSchemas.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { toySubgraphs } from '../kit/toySubgraphs.ts';

describe('keeping the composed schema in files', () => {
  const folder = join(temporaryFolder(), 'schema');
  const { subgraphs } = toySubgraphs();
  const names = ['supergraph', 'open', 'agency', 'my', 'internal'].map((name) => `${name}.graphql`);
  const paths = [...names, 'composed.sha256'].map((name) => join(folder, name));
  const open = join(folder, 'open.graphql');

  it('reports missing files without writing them when it only checks', async () => {
    const files = await writeSchemas(subgraphs, folder, { check: true });
    expect(files).toEqual(paths.map((path) => ({ path, changed: true })));
    expect(() => readFileSync(open)).toThrow('ENOENT');
  });

  it('writes all files, and then nothing has changed any more', async () => {
    await writeSchemas(subgraphs, folder, { check: false });
    const expected = Object.values(filesOf(composeContracts(subgraphs), subgraphs));
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(expected);
    const again = await writeSchemas(subgraphs, folder, { check: true });
    expect(again.map(({ changed }) => changed)).toEqual(paths.map(() => false));
  });

  it('finds a file that was edited, and leaves it as it is when it only checks', async () => {
    writeFileSync(open, 'type Query { old: Int }\n');
    const files = await writeSchemas(subgraphs, folder, { check: true });
    expect(files.filter(({ changed }) => changed)).toEqual([{ path: open, changed: true }]);
    expect(readFileSync(open, 'utf8')).toBe('type Query { old: Int }\n');
  });
});
