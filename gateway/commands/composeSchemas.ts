import { join, relative } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import { writeErrorDocs } from '../../src/errors/writeErrorDocs.ts';
import type { DictionaryOwner } from '../../src/ingest/dictionary/dictionaryOf.ts';
import { writeDictionary } from '../../src/ingest/dictionary/writeDictionary.ts';
import type { SubgraphSource } from '../compose.ts';
import { gatewaySubgraph } from '../limits/gatewaySubgraph.ts';
import { writeSchemas } from '../writeSchemas.ts';

/** What is composed how. */
export interface ComposeOptions {
  readonly check: boolean;
  readonly against?: string | undefined;
  readonly root?: string;
}

/**
 * Writes everything that is derived from the departments and the gateway and committed: the composed graph and what exists at
 * each door in `schema/`, what changed there in `docs/changes/`, `docs/errors.md` and `docs/dictionary.md`.
 *
 * @param departments - name, SDL and collections of each department
 * @param options - with `check`, nothing is written; `root` is the folder of the repository,
 * `against` one of contracts that callers rely on
 * @returns paths from the root of the files that differ, or differed
 * @throws CompositionError when the departments do not fit together
 * @throws BreakingChangeError when a contract would break
 */
export async function composeSchemas(
  departments: readonly (SubgraphSource & DictionaryOwner)[],
  { check, against, root = projectRoot() }: ComposeOptions,
): Promise<readonly string[]> {
  const folder = join(root, 'schema');
  const changelogs = join(root, 'docs', 'changes');
  const errors = join(root, 'docs', 'errors.md');
  const dictionary = join(root, 'docs', 'dictionary.md');
  const files = [
    ...(await writeSchemas([...departments, gatewaySubgraph()], { folder, changelogs, against, check })),
    { path: errors, changed: await writeErrorDocs(errors, { check }) },
    { path: dictionary, changed: await writeDictionary(departments, dictionary, { check }) },
  ];
  return files.filter(({ changed }) => changed).map(({ path }) => relative(root, path));
}
