import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph } from '../../gateway/compose.ts';
import { writeSchemas } from '../../gateway/writeSchemas.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { toySubgraphs } from '../kit/toySubgraphs.ts';

describe('keeping the composed schema in files', () => {
  const folder = join(temporaryFolder(), 'schema');
  const { subgraphs } = toySubgraphs();
  const supergraph = join(folder, 'supergraph.graphql');
  const api = join(folder, 'api.graphql');

  it('reports missing files without writing them when it only checks', async () => {
    const files = await writeSchemas(subgraphs, folder, { check: true });
    expect(files).toEqual([
      { path: supergraph, changed: true },
      { path: api, changed: true },
    ]);
    expect(() => readFileSync(supergraph)).toThrow('ENOENT');
  });

  it('writes both files, and then nothing has changed any more', async () => {
    await writeSchemas(subgraphs, folder, { check: false });
    const { supergraphSdl, apiSdl } = composeSupergraph(subgraphs);
    expect(readFileSync(supergraph, 'utf8')).toBe(supergraphSdl);
    expect(readFileSync(api, 'utf8')).toBe(apiSdl);
    const again = await writeSchemas(subgraphs, folder, { check: true });
    expect(again.map(({ changed }) => changed)).toEqual([false, false]);
  });

  it('finds a file that was edited, and leaves it as it is when it only checks', async () => {
    writeFileSync(api, 'type Query { old: Int }\n');
    const files = await writeSchemas(subgraphs, folder, { check: true });
    expect(files.map(({ changed }) => changed)).toEqual([false, true]);
    expect(readFileSync(api, 'utf8')).toBe('type Query { old: Int }\n');
  });
});
