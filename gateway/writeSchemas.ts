import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSupergraph, type SubgraphSource } from './compose.ts';

/** A composed file and what became of it. */
export interface SchemaFile {
  /** Absolute path. */
  readonly path: string;
  /** Whether the file on disk differs, or differed, from what was composed now. */
  readonly changed: boolean;
}

/**
 * Composes the departments and keeps the result in `supergraph.graphql` and `api.graphql`.
 *
 * @param subgraphs - name and SDL of each department
 * @param folder - the folder of the two files
 * @param options - with `check`, nothing is written and the differences are reported only
 * @throws CompositionError when the departments do not fit together
 */
export async function writeSchemas(
  subgraphs: readonly SubgraphSource[],
  folder: string,
  options: { readonly check: boolean },
): Promise<readonly SchemaFile[]> {
  const { supergraphSdl, apiSdl } = composeSupergraph(subgraphs);
  const files = [
    [join(folder, 'supergraph.graphql'), supergraphSdl],
    [join(folder, 'api.graphql'), apiSdl],
  ] as const;
  await mkdir(folder, { recursive: true });
  return Promise.all(
    files.map(async ([path, content]) => {
      const changed = (await readFile(path, 'utf8').catch(() => undefined)) !== content;
      if (changed && !options.check) await writeFile(path, content);
      return { path, changed };
    }),
  );
}
