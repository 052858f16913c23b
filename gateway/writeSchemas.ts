import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubgraphSource } from './compose.ts';
import { composeContracts } from './doors/composeContracts.ts';
import { filesOf } from './keptGraph.ts';

/** A composed file and what became of it. */
export interface SchemaFile {
  /** Absolute path. */
  readonly path: string;
  /** Whether the file on disk differs, or differed, from what was composed now. */
  readonly changed: boolean;
}

/**
 * Composes the departments and keeps the result: `supergraph.graphql`, and what exists at each door.
 *
 * @param subgraphs - name and SDL of each department
 * @param folder - the folder of the files
 * @param options - with `check`, nothing is written and the differences are reported only
 * @throws CompositionError when the departments do not fit together
 */
export async function writeSchemas(
  subgraphs: readonly SubgraphSource[],
  folder: string,
  options: { readonly check: boolean },
): Promise<readonly SchemaFile[]> {
  const files = filesOf(composeContracts(subgraphs), subgraphs);
  await mkdir(folder, { recursive: true });
  return Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name);
      const changed = (await readFile(path, 'utf8').catch(() => undefined)) !== content;
      if (changed && !options.check) await writeFile(path, content);
      return { path, changed };
    }),
  );
}
