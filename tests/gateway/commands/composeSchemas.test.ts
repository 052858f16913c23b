import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { composeSchemas } from '../../../gateway/commands/composeSchemas.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { toySubgraphs } from '../../kit/toySubgraphs.ts';

describe('composing from the command line', () => {
  const root = temporaryFolder();
  const SCHEMAS = [
    'supergraph.graphql',
    'open.graphql',
    'agency.graphql',
    'my.graphql',
    'internal.graphql',
    'composed.sha256',
  ];
  const CHANGES = ['open', 'agency', 'my', 'internal'].map((name) => `docs/changes/${name}.md`);
  const ALL = [...SCHEMAS.map((name) => `schema/${name}`), ...CHANGES, 'docs/errors.md', 'docs/dictionary.md'];

  it('names the files that differ, and writes them only when it is not a check', async () => {
    const { subgraphs } = toySubgraphs();
    expect(await composeSchemas(subgraphs, { check: true, root })).toEqual(ALL);
    expect(readdirSync(root)).not.toContain('docs');
    expect(await composeSchemas(subgraphs, { check: false, root })).toEqual(ALL);
    expect(await composeSchemas(subgraphs, { check: true, root })).toEqual([]);
    expect(readdirSync(join(root, 'schema')).toSorted()).toEqual(SCHEMAS.toSorted());
  });

  it('finds the committed files equal to what the departments say now', async () => {
    expect(await composeSchemas(await loadDepartments(), { check: true })).toEqual([]);
  }, 120_000);
});
