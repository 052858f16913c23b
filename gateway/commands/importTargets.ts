import { collectionsInFile } from '../../src/ingest/read/collectionsInFile.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { collectionNamed, type OwnedCollection } from '../collectionNamed.ts';

/** Stands for all collections in place of the name of one. */
const EVERY = 'all';

/**
 * Finds out where the rows of a file go.
 *
 * @param departments - all that there are
 * @param name - of a collection, or `all` for a file whose rows name their collections, such as `sample --out` writes
 * @param file - its path
 * @returns the collections in the order in which they are to be imported: those of subjects first, since facts are about them
 * @throws IngestError INGEST_COLLECTION_UNKNOWN, or INGEST_COLLECTION_UNNAMED where `all` is asked for and a row names none
 */
export async function importTargets<Owner extends SubgraphDefinition>(
  departments: readonly Owner[],
  name: string,
  file: string,
): Promise<readonly OwnedCollection<Owner>[]> {
  if (name !== EVERY) return [collectionNamed(departments, name)];
  const named = (await collectionsInFile(file)).map((each) => collectionNamed(departments, each));
  const isSubject = ({ collection }: OwnedCollection<Owner>): boolean => collection.kind === 'SUBJECT';
  return [...named.filter(isSubject), ...named.filter((target) => !isSubject(target))];
}
