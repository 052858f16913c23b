import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '../..');

/** What tools leave behind and git ignores. */
const IGNORED: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'data',
  'coverage',
  '__generated__',
  '.git',
  '.cache',
]);

/**
 * Lists the names in a folder that belong to the repository, sorted.
 *
 * @param folder - relative to the root
 */
export function namesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => !IGNORED.has(name))
    .sort();
}

/**
 * Lists all files under a folder, as paths from the root with `/`.
 *
 * @param folder - relative to the root; `''` for all
 */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}
