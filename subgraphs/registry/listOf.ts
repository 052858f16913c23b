import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf, PageArguments } from '../../src/data/connection.ts';
import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocument } from '../../src/data/FactDocument.ts';
import type { Fields } from '../../src/data/fields/Field.ts';
import { listFacts } from '../../src/data/readFacts.ts';
import { unlinkedFilter } from '../../src/data/unlinkedFilter.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';

interface ListArguments extends PageArguments {
  readonly unlinked?: boolean | null | undefined;
}

/**
 * Makes the resolver of the list of a whole collection. Arguments beside those of the page are stored fields that must be
 * equal to what is given; each has an index in the collection's declaration. `unlinked` alone is no stored field.
 *
 * @param collection - the declaration
 */
export function listOf<F extends Fields>(collection: FactCollection<F>) {
  return (
    _parent: unknown,
    { first, after, unlinked, ...equal }: ListArguments,
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<FactDocument<F>>> => {
    const given = Object.entries(equal).filter(([, value]) => value !== null && value !== undefined);
    return listFacts(collection, { first, after }, context, info, {
      ...Object.fromEntries(given),
      ...unlinkedFilter(unlinked),
    });
  };
}
