import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeContracts } from '../../gateway/doors/composeContracts.ts';
import { filesOf } from '../../gateway/keptGraph.ts';
import { writeSchemas } from '../../gateway/writeSchemas.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { toySubgraphs } from '../kit/toySubgraphs.ts';

describe('keeping the composed schema in files', () => {
  const root = temporaryFolder();
  const folder = join(root, 'schema');
  const changelogs = join(root, 'changes');
  const compose = (sources: typeof subgraphs, check: boolean, against?: string) =>
    writeSchemas(sources, { folder, changelogs, check, against, today: '2026-11-29' });
  const { subgraphs } = toySubgraphs();
  const names = ['supergraph', 'open', 'agency', 'my', 'internal'].map((name) => `${name}.graphql`);
  const notes = ['open', 'agency', 'my', 'internal'].map((name) => join(changelogs, `${name}.md`));
  const schemas = [...names, 'composed.sha256'].map((name) => join(folder, name));
  const paths = [...schemas, ...notes];
  const open = join(folder, 'open.graphql');

  it('reports missing files without writing them when it only checks', async () => {
    const files = await compose(subgraphs, true);
    expect(files).toEqual(paths.map((path) => ({ path, changed: true })));
    expect(() => readFileSync(open)).toThrow('ENOENT');
  });

  it('writes all files, and then nothing has changed any more', async () => {
    await compose(subgraphs, false);
    const expected = Object.values(filesOf(composeContracts(subgraphs), subgraphs));
    expect(schemas.map((path) => readFileSync(path, 'utf8'))).toEqual(expected);
    const again = await compose(subgraphs, true);
    expect(again.map(({ changed }) => changed)).toEqual(paths.map(() => false));
  });

  it('finds a file that was edited, and leaves it as it is when it only checks', async () => {
    const edited = `${readFileSync(open, 'utf8')}# by hand\n`;
    writeFileSync(open, edited);
    const files = await compose(subgraphs, true);
    expect(files.filter(({ changed }) => changed)).toEqual([{ path: open, changed: true }]);
    expect(readFileSync(open, 'utf8')).toBe(edited);
    await compose(subgraphs, false);
  });

  const changed = (from: string, to: string): typeof subgraphs =>
    subgraphs.map((subgraph) => ({ ...subgraph, sdl: subgraph.sdl.replace(from, to) }));

  it('refuses to break what callers use, naming coordinate and audience, and writes nothing', async () => {
    const before = paths.map((path) => readFileSync(path, 'utf8'));
    for (const check of [true, false]) {
      await expect(compose(changed('arrears: Int', 'owes: Int'), check)).rejects.toMatchObject({
        problems: expect.arrayContaining([
          expect.stringMatching(/^\/open\/graphql, OPEN: Enterprise\.arrears: /),
          expect.stringMatching(/^\/my\/graphql, SUBJECT: Enterprise\.arrears: /),
        ]) as unknown,
      });
    }
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(before);
  });

  it('notes for each door what changed there, and lets an announced break pass from its day on', async () => {
    const entry = {
      coordinate: 'Enterprise.arrears',
      doors: ['open', 'agency', 'my', 'internal'],
      reason: '以 owes 替代',
    };
    writeFileSync(join(folder, 'breaking.yaml'), JSON.stringify([{ ...entry, from: '2026-11-29' }]));
    await compose(changed('arrears: Int', 'owes: Int'), false);
    for (const path of notes) {
      const text = readFileSync(path, 'utf8');
      expect(text).toMatch(
        /## 2026-11-29\n\n- \*\*breaking\*\*: Field 'arrears' was removed.*\n- Field 'owes' was added/,
      );
    }
  });

  it('compares with the contracts of another folder, and notes nothing then', async () => {
    const released = join(root, 'released');
    mkdirSync(released);
    writeFileSync(join(released, 'my.graphql'), 'type Query { gone: Int }');
    const problems = [expect.stringMatching(/^\/my\/graphql, SUBJECT: Query\.gone: /) as string];
    await expect(compose(changed('arrears: Int', 'owes: Int'), true, released)).rejects.toMatchObject({ problems });
    expect(await compose(changed('arrears: Int', 'owes: Int'), true, join(root, 'none'))).toHaveLength(schemas.length);
  });
});
