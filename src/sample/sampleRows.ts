import { collectionId, type FactCollection } from '../data/FactCollection.ts';
import type { SubgraphDefinition } from '../subgraph/Subgraph.ts';
import { Chance } from './Chance.ts';
import type { CollectionSeed, SampleRow } from './DepartmentSeed.ts';
import { inventEnterprise } from './inventEnterprise.ts';
import type { SampleSetting } from './SampleEnterprise.ts';

/** A collection of a department and how its sample rows are made. */
export interface SeededCollection {
  readonly collection: FactCollection;
  readonly seed: CollectionSeed;
}

/**
 * Lists the collections of the sample in the order in which they are loaded: departments that hold the subjects
 * themselves come first, since facts are about them.
 *
 * @param subgraphs - the departments; those without a seed contribute nothing
 */
export function seededCollections<S extends Pick<SubgraphDefinition, 'collections' | 'seed'>>(
  subgraphs: readonly S[],
): readonly (SeededCollection & { readonly subgraph: S })[] {
  const holdsSubjects = ({ collections }: S) => Object.values(collections).some(({ kind }) => kind === 'SUBJECT');
  const ordered = [...subgraphs.filter(holdsSubjects), ...subgraphs.filter((subgraph) => !holdsSubjects(subgraph))];
  return ordered.flatMap((subgraph) =>
    Object.values(subgraph.collections).flatMap((collection) => {
      const seed = subgraph.seed?.[collection.name];
      return seed === undefined ? [] : [{ subgraph, collection, seed }];
    }),
  );
}

/**
 * Makes the sample rows of one collection, enterprise after enterprise. Memory holds one enterprise at a time.
 *
 * @param seeded - the collection
 * @param setting - what decides the rows
 * @returns each row with the number of its enterprise
 */
export function* sampleRows(
  { collection, seed }: SeededCollection,
  setting: SampleSetting,
): Generator<{ readonly index: number; readonly values: SampleRow }> {
  const name = collectionId(collection);
  for (let index = 0; index < setting.enterprises; index += 1) {
    const chance = new Chance(`${setting.seed}/${name}/${index}`);
    for (const values of seed(inventEnterprise(index, setting), chance, setting.asOf)) yield { index, values };
  }
}
