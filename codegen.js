// Writes subgraphs/<department>/__generated__/resolvers.ts, the resolver types of each department's SDL.
// Plain JavaScript, so that it runs before anything is built: `node codegen.js [--root FOLDER]`.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { concatAST, parse, Source } from 'graphql';

/** What every department's SDL begins with; named, since schema/ also holds composed output. */
const SHARED_FILES = ['common.graphql', 'enums.graphql', 'directives.graphql'];

const CONFIG = {
  federation: true,
  useTypeImports: true,
  enumsAsTypes: true,
  immutableTypes: true,
  // A nullable position takes what documents and loaders give: undefined, and promises of nothing inside lists.
  maybeValue: 'T extends PromiseLike<infer U> ? Promise<U | null | undefined> : T | null | undefined',
  inputMaybeValue: 'T | null',
  defaultScalarType: 'unknown',
  scalars: { USCC: 'string', LocalDate: 'string', DateTime: 'string', Money: 'string' },
  contextType: '../../../src/subgraph/context.ts#SubgraphContext',
};

/** What stands behind the types that all departments share. */
const SHARED_MAPPERS = { FactRecord: '../../../src/subgraph/factResolvers.ts#RecordView' };

/**
 * Generates the types of all departments under a folder.
 *
 * @param {string} root the folder that holds schema/ and subgraphs/
 * @returns {Promise<string[]>} one line for each department that failed
 */
async function generateAll(root) {
  const entries = await readdir(join(root, 'subgraphs'), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const outcomes = await Promise.all(names.sort().map((name) => generateDepartment(root, name)));
  return outcomes.filter((failure) => failure !== undefined);
}

/**
 * @param {string} root
 * @param {string} name folder of the department; one without any SDL is passed by
 * @returns {Promise<string | undefined>} what went wrong
 */
async function generateDepartment(root, name) {
  const folder = join(root, 'subgraphs', name);
  try {
    const files = await listSdl(root, folder);
    if (files.length === 0) return undefined;
    const schema = concatAST(await Promise.all(files.map((file) => parseFile(root, file))));
    // The generator takes any SDL for valid; federation's own check says what is wrong, and where.
    const types = buildSubgraphSchema({ typeDefs: schema }).getTypeMap();
    const mappers = await readMappers(folder, types);
    await writeChanged(join(folder, '__generated__', 'resolvers.ts'), await generate(schema, mappers));
    return undefined;
  } catch (error) {
    return `Types of the department ${name} were not generated. ${explain(error)}`;
  }
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<string[]>} shared files first; none where the folder holds no department
 */
async function listSdl(root, folder) {
  const shared = SHARED_FILES.map((file) => join(root, 'schema', file));
  if (existsSync(join(folder, 'schema.graphql'))) return [...shared, join(folder, 'schema.graphql')];
  const found = existsSync(join(folder, 'schema')) ? await readdir(join(folder, 'schema')) : [];
  const own = found.filter((file) => file.endsWith('.graphql')).map((file) => join(folder, 'schema', file));
  if (own.length > 0) return [...shared, ...own.sort()];
  if (existsSync(join(folder, 'department.ts'))) throw new Error('It has neither schema.graphql nor schema/*.graphql.');
  return [];
}

/**
 * @param {string} root
 * @param {string} file
 */
async function parseFile(root, file) {
  return parse(new Source(await readFile(file, 'utf8'), relative(root, file)));
}

/**
 * Finds the stored shapes behind GraphQL types: exported types called `<GraphQLType>Mapper`.
 *
 * @param {string} folder
 * @param {Readonly<Record<string, unknown>>} types the types that a mapper may name
 * @returns {Promise<Record<string, string>>} by GraphQL type
 */
async function readMappers(folder, types) {
  const file = join(folder, 'schema.mappers.ts');
  if (!existsSync(file)) return {};
  const exported = (await readFile(file, 'utf8')).matchAll(/^export (?:type|interface) (\w+)Mapper\b/gm);
  const names = [...exported].map(([, name]) => String(name));
  const stray = names.filter((name) => !(name in types));
  if (stray.length > 0)
    throw new Error(`schema.mappers.ts maps types that the SDL does not have: ${stray.join(', ')}.`);
  return Object.fromEntries(names.map((name) => [name, `../schema.mappers.ts#${name}Mapper`]));
}

/**
 * @param {import('graphql').DocumentNode} schema
 * @param {Record<string, string>} mappers
 */
function generate(schema, mappers) {
  return codegen({
    schema,
    documents: [],
    filename: 'resolvers.ts',
    config: { ...CONFIG, mappers: { ...SHARED_MAPPERS, ...mappers } },
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: { typescript, typescriptResolvers },
  });
}

/**
 * Leaves an unchanged file alone, so that the type checker's cache stays valid.
 *
 * @param {string} file
 * @param {string} content
 */
async function writeChanged(file, content) {
  if (existsSync(file) && (await readFile(file, 'utf8')) === content) return;
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
}

/**
 * @param {unknown} error
 * @returns {string} with file, line and excerpt where the SDL is wrong
 */
function explain(error) {
  const causes = error?.causes ?? [error];
  return causes.map(String).join('\n');
}

const { values } = parseArgs({ options: { root: { type: 'string', default: import.meta.dirname } } });
const failures = await generateAll(values.root);
if (failures.length > 0) {
  process.stderr.write(`${failures.join('\n')}\n`);
  process.exitCode = 1;
}
