import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../config/projectRoot.ts';
import type { PortalExample } from './PortalExample.ts';

const TITLE = /^# *title: *(.+?) *$/m;
const VARIABLES = /^# *variables: *(\{.*\}) *$/m;
const HEADERS = /^# *headers: *(\{.*\}) *$/m;

/** The folder of the examples that the product ships. */
export function examplesFolder(): string {
  return join(projectRoot(), 'src', 'portal', 'examples');
}

/**
 * Reads the example queries, in the order of their file names.
 *
 * An example is a `.graphql` file whose first lines are comments: `# title: …`, and `# variables: { … }` and `# headers: { … }`
 * as JSON on one line each if it has any. These lines are taken off, all other comments stay and are shown.
 *
 * @param folder - the folder of the files
 * @throws Error that names a file without title, or whose variables or headers are not JSON
 */
export async function readExamples(folder: string = examplesFolder()): Promise<readonly PortalExample[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).toSorted();
  return Promise.all(names.map(async (name) => exampleOf(await readFile(join(folder, name), 'utf8'), name)));
}

function exampleOf(text: string, name: string): PortalExample {
  const title = TITLE.exec(text)?.[1];
  if (title === undefined) throw new Error(`The example ${name} has no line \`# title: …\``);
  const query = [TITLE, VARIABLES, HEADERS].reduce((rest, line) => rest.replace(line, ''), text).trim();
  const headers = HEADERS.exec(text)?.[1];
  return {
    ...{ title, query: `${query}\n` },
    variables: valuesOf(VARIABLES.exec(text)?.[1], `variables of the example ${name}`),
    ...(headers !== undefined && { headers: valuesOf<string>(headers, `headers of the example ${name}`) }),
  };
}

function valuesOf<T>(json: string | undefined, what: string): Readonly<Record<string, T>> {
  if (json === undefined) return {};
  try {
    return JSON.parse(json) as Readonly<Record<string, T>>;
  } catch (error) {
    throw new Error(`The ${what} are not JSON`, { cause: error });
  }
}
