import { join, relative } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { writeErrorDocs } from '../../src/errors/writeErrorDocs.ts';
import type { DictionaryOwner } from '../../src/ingest/dictionary/dictionaryOf.ts';
import { writeDictionary } from '../../src/ingest/dictionary/writeDictionary.ts';
import type { SubgraphSource } from '../compose.ts';
import { gatewaySubgraph } from '../limits/gatewaySubgraph.ts';
import { writeSchemas } from '../writeSchemas.ts';

/**
 * Writes everything that is derived from the departments and the gateway and committed: the composed graph and what exists at
 * each door in `schema/`, `docs/errors.md` and `docs/dictionary.md`.
 *
 * @param departments - name, SDL and collections of each department
 * @param options - with `check`, nothing is written; `root` is the folder of the repository
 * @returns paths from the root of the files that differ, or differed
 * @throws CompositionError when the departments do not fit together
 */
export async function composeSchemas(
  departments: readonly (SubgraphSource & DictionaryOwner)[],
  { check, root = projectRoot() }: { readonly check: boolean; readonly root?: string },
): Promise<readonly string[]> {
  const errors = join(root, 'docs', 'errors.md');
  const dictionary = join(root, 'docs', 'dictionary.md');
  const files = [
    ...(await writeSchemas([...departments, gatewaySubgraph()], join(root, 'schema'), { check })),
    { path: errors, changed: await writeErrorDocs(errors, { check }) },
    { path: dictionary, changed: await writeDictionary(departments, dictionary, { check }) },
  ];
  return files.filter(({ changed }) => changed).map(({ path }) => relative(root, path));
}
