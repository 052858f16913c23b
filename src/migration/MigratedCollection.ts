import { collectionId } from '../data/FactCollection.ts';
import type { ConnectedSubgraph } from '../subgraph/Subgraph.ts';
import { schemaVersionOf, type SchemaStep } from './SchemaStep.ts';

/** A collection of a department with the versions that its documents went through. */
export interface MigratedCollection {
  /** Such as `disclosure.penalties`. */
  readonly id: string;
  readonly name: string;
  /** Where documents of its layout lie in MongoDB: facts have their earlier revisions beside them. */
  readonly places: readonly string[];
  readonly steps: readonly SchemaStep[];
  /** The version that this program reads and writes. */
  readonly version: number;
}

/** A department as far as its stored documents are concerned. */
export type StoringDepartment = Pick<ConnectedSubgraph, 'name' | 'collections' | 'schemaSteps' | 'database'>;

/**
 * Lists the collections of a department that have a version: all that hold facts, and those of its own that it declares steps for.
 *
 * @param department - on its database or not
 */
export function migratedCollections({
  name: department,
  collections,
  schemaSteps = {},
}: Pick<StoringDepartment, 'name' | 'collections' | 'schemaSteps'>): readonly MigratedCollection[] {
  const facts = Object.values(collections).map((collection) => ({
    places: [collection.name, `${collection.name}_revisions`],
    ...{ id: collectionId(collection), name: collection.name, steps: collection.schemaSteps ?? [] },
  }));
  const own = Object.entries(schemaSteps).map(([name, steps]) => {
    return { id: collectionId({ department, name }), name, places: [name], steps };
  });
  return [...facts, ...own].map((each) => ({ ...each, version: schemaVersionOf(each.steps) }));
}
