import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesUnder, namesIn, ROOT } from './repositoryFiles.ts';

const TOP_LEVEL = [
  ...[
    'README.md',
    'codegen.js',
    'docs',
    'eslint.config.js',
    'gateway',
    'jest.config.js',
    'package-lock.json',
    'package.json',
  ],
  ...['schema', 'src', 'subgraphs', 'tests', 'tsconfig.json'],
];
/** Written by the composition, not by hand. */
const COMPOSED = /^schema\/(supergraph|api|open|agency|internal|my)\.graphql$/;
const WRITTEN = /\.(ts|tsx|js|css|html|graphql)$/;
/** Tests of more than one file: they mirror nothing. */
const ACROSS = /^tests\/(kit|conformance|e2e|bench)\//;

const files = filesUnder('');
const sources = new Set(files.filter((file) => !file.startsWith('tests/')).map((file) => stem(file)));

describe('the repository', () => {
  it('holds exactly the agreed names at its top', () => {
    expect(namesIn('').filter((name) => !name.startsWith('.') && name !== 'LICENSE')).toEqual(TOP_LEVEL.toSorted());
  });

  it('has no file of more than 250 lines', () => {
    const long = files
      .filter((file) => WRITTEN.test(file) && !COMPOSED.test(file))
      .map((file) => `${file}: ${readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length}`)
      .filter((line) => Number(line.split(': ')[1]) > 250);
    expect(long).toEqual([]);
  });

  it('names no file for what it is instead of what it does', () => {
    const vague = /^(utils?|helpers?|common|misc|shared|manager|index)\.[jt]sx?$/i;
    const named = files.filter((file) => vague.test(basename(file)) && !file.endsWith('/resolvers/index.ts'));
    expect(named).toEqual([]);
  });

  it('keeps every test beside the file that it tests, in the mirrored tree', () => {
    const strays = files.filter((file) => file.endsWith('.test.ts') && !ACROSS.test(file) && !mirrorsSource(file));
    expect(strays).toEqual([]);
  });

  it('begins its tests with files that there are', () => {
    const order = readFileSync(join(ROOT, 'tests/kit/LongestFirst.js'), 'utf8');
    const first = Array.from(order.matchAll(/^ {2}'(.*)',$/gm), ([, file = '']) => file);
    expect(first.length).toBeGreaterThan(5);
    expect(first.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('spells a department alike in its folder and its tests', () => {
    const departments = namesIn('subgraphs');
    const tested = files.flatMap((file) => /^tests\/subgraphs\/(\w+)\//.exec(file)?.[1] ?? []);
    expect(tested.filter((name) => !departments.includes(name))).toEqual([]);
  });
});

/**
 * `tests/src/x/a.test.ts` and `tests/src/x/a.aspect.test.ts` mirror `src/x/a.*`; a department's tests may leave its inner folders out, and
 * name a noun as its file does or with a small first letter.
 */
function mirrorsSource(test: string): boolean {
  const mirrored = stem(test.slice('tests/'.length));
  const department = /^subgraphs\/\w+\//.exec(mirrored)?.[0];
  if (department === undefined) return sources.has(mirrored);
  const noun = basename(mirrored).toLowerCase();
  return [...sources].some((source) => source.startsWith(department) && basename(source).toLowerCase() === noun);
}

/** The path up to the first dot of the file's name. */
function stem(file: string): string {
  return file.replace(/(?<=[^/])\.[^/]*$/, '').replace(/(?<=[^/])\.[^/]*$/, '');
}
