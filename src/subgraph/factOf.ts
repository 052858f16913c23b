import type { GraphQLResolveInfo } from 'graphql';
import type { FactCollection } from '../data/FactCollection.ts';
import type { FactDocument } from '../data/FactDocument.ts';
import type { Fields } from '../data/fields/Field.ts';
import { factById } from '../data/readFacts.ts';
import type { SubgraphContext } from './context.ts';

/**
 * Makes the resolver of one fact by its id.
 *
 * @param collection - the declaration
 */
export function factOf<F extends Fields>(collection: FactCollection<F>) {
  return (
    _parent: unknown,
    { id }: { readonly id: string },
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<FactDocument<F> | null> => factById(collection, id, context, info);
}
