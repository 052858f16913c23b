import type { Filter } from 'mongodb';
import type { FactCollection } from '../data/FactCollection.ts';
import type { FactDocumentBase } from '../data/FactDocument.ts';
import type { Fields } from '../data/fields/Field.ts';
import { unlinkedFilter } from '../data/unlinkedFilter.ts';
import { filteredListOf } from './filteredListOf.ts';

interface EqualArguments {
  readonly unlinked?: boolean | null | undefined;
}

/**
 * Makes the resolver of the list of a whole collection. Arguments beside those of the page are stored fields that must be
 * equal to what is given; each has an index in the collection's declaration. `unlinked` alone is no stored field.
 *
 * @param collection - the declaration
 */
export function listOf<F extends Fields>(collection: FactCollection<F>) {
  return filteredListOf<F, EqualArguments>(collection, equalFilter);
}

function equalFilter({ unlinked, ...equal }: EqualArguments): Filter<FactDocumentBase> {
  const given = Object.entries(equal).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(given), ...unlinkedFilter(unlinked) };
}
