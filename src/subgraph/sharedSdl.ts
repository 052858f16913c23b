import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/projectRoot.ts';

/** The files of schema/ that every department's SDL begins with. */
export const SHARED_SDL_FILES = ['common.graphql', 'enums.graphql', 'directives.graphql'] as const;

/**
 * Reads a department's SDL: what all departments share, then its own `schema.graphql` or `schema/*.graphql` in name order.
 *
 * @param department - name of the folder under subgraphs/
 * @throws Error where the folder holds no SDL
 */
export function departmentSdl(department: string): string {
  const root = projectRoot();
  const shared = SHARED_SDL_FILES.map((file) => join(root, 'schema', file));
  return [...shared, ...ownFiles(join(root, 'subgraphs', department))]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

function ownFiles(folder: string): string[] {
  const single = join(folder, 'schema.graphql');
  if (existsSync(single)) return [single];
  const files = readdirSync(join(folder, 'schema')).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => join(folder, 'schema', file));
}
