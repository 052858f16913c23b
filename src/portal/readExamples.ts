import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../config/projectRoot.ts';
import type { PortalExample } from './PortalExample.ts';

const TITLE = /^# *title: *(.+?) *$/m;
const VARIABLES = /^# *variables: *(\{.*\}) *$/m;

/** The folder of the examples that the product ships. */
export function examplesFolder(): string {
  return join(projectRoot(), 'src', 'portal', 'examples');
}

/**
 * Reads the example queries, in the order of their file names.
 *
 * An example is a `.graphql` file whose first lines are comments: `# title: …`, and `# variables: { … }` as JSON on one
 * line if it has any. These two lines are taken off, all other comments stay and are shown.
 *
 * @param folder - the folder of the files
 * @throws Error that names a file without title, or whose variables are not JSON
 */
export async function readExamples(folder: string = examplesFolder()): Promise<readonly PortalExample[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).toSorted();
  return Promise.all(names.map(async (name) => exampleOf(await readFile(join(folder, name), 'utf8'), name)));
}

function exampleOf(text: string, name: string): PortalExample {
  const title = TITLE.exec(text)?.[1];
  if (title === undefined) throw new Error(`The example ${name} has no line \`# title: …\``);
  const query = text.replace(TITLE, '').replace(VARIABLES, '').trim();
  return { title, query: `${query}\n`, variables: variablesOf(VARIABLES.exec(text)?.[1], name) };
}

function variablesOf(json: string | undefined, name: string): Readonly<Record<string, unknown>> {
  if (json === undefined) return {};
  try {
    return JSON.parse(json) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new Error(`The variables of the example ${name} are not JSON`, { cause: error });
  }
}
