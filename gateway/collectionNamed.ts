import type { FactCollection } from '../src/data/FactCollection.ts';
import { collectionId } from '../src/data/FactCollection.ts';
import { IngestError } from '../src/errors/IngestError.ts';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';

/** A collection with the department that owns it. */
export interface OwnedCollection<Owner extends SubgraphDefinition = SubgraphDefinition> {
  readonly owner: Owner;
  readonly collection: FactCollection;
}

/**
 * Finds a collection by the name that it has on the command line and in the API.
 *
 * @param departments - where it is looked for
 * @param name - such as `registry.enterprises`
 * @throws IngestError INGEST_COLLECTION_UNKNOWN listing all that there are
 */
export function collectionNamed<Owner extends SubgraphDefinition>(
  departments: readonly Owner[],
  name: string,
): OwnedCollection<Owner> {
  const all = departments.flatMap((owner) =>
    Object.values(owner.collections).map((collection): OwnedCollection<Owner> => ({ owner, collection })),
  );
  const found = all.find(({ collection }) => collectionId(collection) === name);
  if (found !== undefined) return found;
  const names = all.map(({ collection }) => collectionId(collection)).join(', ');
  throw new IngestError('INGEST_COLLECTION_UNKNOWN', { name, names });
}
