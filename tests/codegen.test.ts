import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';

const REPOSITORY = join(import.meta.dirname, '..');
const GOOD_SDL = `
  type Query { "One" rating(id: ID!): Rating @access  ratings(after: String): [Rating] @access @listSize(assumedSize: 9) }
  type Rating implements CreditFact @key(fields: "id") @access {
    id: ID! subject: Enterprise decidedOn: LocalDate record: FactRecord level: Level
  }
  enum Level { A B }
  extend type Enterprise @key(fields: "uscc") { uscc: USCC! ratings(first: Int = 20): [Rating] @access @listSize(assumedSize: 9) }
`;
/** Uses what is generated: a mapper, the context, arguments, enums and an extended entity. */
const RESOLVERS = `
  import type { EnterpriseResolvers, QueryResolvers, RatingResolvers } from './__generated__/resolvers.ts';
  export const Query: QueryResolvers = {
    rating: async (_parent, { id }, context) => (id === context.marker ? { _id: id, grade: 1 } : null),
    ratings: (_parent, { after }) => [Promise.resolve(after == null ? null : { _id: after, grade: 2 })],
  };
  export const Rating: RatingResolvers = { id: ({ _id }) => _id, level: ({ grade }) => (grade > 1 ? 'A' : undefined) };
  export const Enterprise: EnterpriseResolvers = { ratings: ({ uscc }, { first }) => [{ _id: uscc, grade: first ?? 0 }] };
`;

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'codegen-'));
  await cp(join(REPOSITORY, 'schema'), join(root, 'schema'), { recursive: true });
  await symlink(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  await write('package.json', '{ "type": "module" }');
  await write('src/subgraph/context.ts', 'export interface SubgraphContext { readonly marker: string }');
  await write('src/subgraph/factResolvers.ts', 'export interface RecordView { readonly revision: number }');
  await write('subgraphs/tax/schema/Rating.graphql', GOOD_SDL);
  await write(
    'subgraphs/tax/schema.mappers.ts',
    'export interface RatingMapper { readonly _id: string; readonly grade: number }',
  );
});

afterEach(() => rm(root, { recursive: true }));

describe('codegen', () => {
  it('writes types that resolvers check against under the strictest flags', async () => {
    await write('subgraphs/tax/resolvers.ts', RESOLVERS);
    expect(await runCodegen()).toEqual({ code: 0, stderr: '' });
    expect(typeErrors('subgraphs/tax/resolvers.ts')).toEqual([]);

    await write(
      'subgraphs/tax/resolvers.ts',
      RESOLVERS.replace("'A'", "'C'").replace('context.marker', 'context.maker'),
    );
    expect(typeErrors('subgraphs/tax/resolvers.ts')).toEqual([
      expect.stringContaining("'maker' does not exist"),
      expect.stringContaining('"C"'),
    ]);
  });

  it('names the department, the file and the line of a fault, and still writes the others', async () => {
    await write(
      'subgraphs/broken/schema.graphql',
      'extend type Enterprise @key(fields: "uscc") { uscc: USCC! }\ntype Query { a: Missing @access }',
    );
    await write('subgraphs/crooked/schema.graphql', 'type Query {\n  a: \n}');
    const { code, stderr } = await runCodegen();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /department broken were not generated\. Unknown type Missing\s+subgraphs\/broken\/schema\.graphql:2:17/,
    );
    expect(stderr).toMatch(/department crooked were not generated\.[^]*subgraphs\/crooked\/schema\.graphql:3:1/);
    await expect(stat(join(root, 'subgraphs/tax/__generated__/resolvers.ts'))).resolves.toBeDefined();
  });

  it('refuses a mapper of a type that the SDL does not have', async () => {
    await write('subgraphs/tax/schema.mappers.ts', 'export type RatignMapper = string;');
    expect((await runCodegen()).stderr).toContain('schema.mappers.ts maps types that the SDL does not have: Ratign.');
  });

  it('refuses a department without SDL and passes an empty folder by', async () => {
    await mkdir(join(root, 'subgraphs/empty'));
    expect(await runCodegen()).toEqual({ code: 0, stderr: '' });
    await write('subgraphs/empty/department.ts', '');
    expect((await runCodegen()).stderr).toContain(
      'department empty were not generated. Error: It has neither schema.graphql',
    );
  });

  it('leaves an unchanged file alone', async () => {
    await runCodegen();
    const file = join(root, 'subgraphs/tax/__generated__/resolvers.ts');
    const [before, content] = [await stat(file), await readFile(file, 'utf8')];
    await runCodegen();
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
    expect(content).toContain('export type Level =');
  });
});

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), content);
}

async function runCodegen(): Promise<{ code: number; stderr: string }> {
  const run = promisify(execFile)(process.execPath, [join(REPOSITORY, 'codegen.js'), '--root', root]);
  return run.then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: unknown) => error as { code: number; stderr: string },
  );
}

/** Messages of the type checker about one file and what it imports, by this repository's own flags. */
function typeErrors(file: string): string[] {
  const config: unknown = ts.readConfigFile(join(REPOSITORY, 'tests/tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(REPOSITORY, 'tests'));
  const program = ts.createProgram([join(root, file)], {
    ...options,
    rootDir: root,
    types: [],
    incremental: false,
    noEmit: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
