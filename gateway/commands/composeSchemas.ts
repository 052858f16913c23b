import { join, relative } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { writeErrorDocs } from '../../src/errors/writeErrorDocs.ts';
import type { SubgraphSource } from '../compose.ts';
import { writeSchemas } from '../writeSchemas.ts';

/**
 * Writes everything that is derived from the departments and committed: `schema/supergraph.graphql`,
 * `schema/api.graphql` and `docs/errors.md`.
 *
 * @param departments - name and SDL of each department
 * @param options - with `check`, nothing is written; `root` is the folder of the repository
 * @returns paths from the root of the files that differ, or differed
 * @throws CompositionError when the departments do not fit together
 */
export async function composeSchemas(
  departments: readonly SubgraphSource[],
  { check, root = projectRoot() }: { readonly check: boolean; readonly root?: string },
): Promise<readonly string[]> {
  const docs = join(root, 'docs', 'errors.md');
  const schemas = await writeSchemas(departments, join(root, 'schema'), { check });
  const files = [...schemas, { path: docs, changed: await writeErrorDocs(docs, { check }) }];
  return files.filter(({ changed }) => changed).map(({ path }) => relative(root, path));
}
