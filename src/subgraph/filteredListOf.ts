import type { Filter } from 'mongodb';
import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf, PageArguments } from '../data/connection.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { FactDocument, FactDocumentBase } from '../data/FactDocument.ts';
import type { Fields } from '../data/fields/Field.ts';
import { listFacts } from '../data/readFacts.ts';
import type { SubgraphContext } from './context.ts';

/**
 * Makes the resolver of the list of a whole collection, narrowed by what its arguments say.
 *
 * @param collection - the declaration
 * @param filterOf - turns the arguments beside those of the page into a filter over stored fields, each of which has an index
 */
export function filteredListOf<F extends Fields, Asked extends object>(
  collection: FactCollection<F>,
  filterOf: (
    asked: Omit<Asked & PageArguments, keyof PageArguments>,
    context: SubgraphContext,
  ) => Filter<FactDocumentBase>,
) {
  return (
    _parent: unknown,
    { first, after, ...asked }: Asked & PageArguments,
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<FactDocument<F>>> =>
    listFacts(collection, { first, after }, context, info, filterOf(asked, context));
}
