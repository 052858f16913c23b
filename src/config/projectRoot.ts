import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this product's package.json, as an absolute path.
 *
 * It is found by walking up from this file, because the same code runs from `src/` in tests and from `dist/src/` once
 * built; a package.json of another name on the way (a bundler's, for instance) is passed by.
 *
 * @throws Error when this file was moved out of the product
 */
export function projectRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (isProduct(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json of credit-graph above ${start}`);
  }
}

function isProduct(file: string): boolean {
  if (!existsSync(file)) return false;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'credit-graph';
}
