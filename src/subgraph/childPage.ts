import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf, PageArguments } from '../data/connection.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { FactDocument } from '../data/FactDocument.ts';
import type { Fields } from '../data/fields/Field.ts';
import { factsOf } from '../data/readFacts.ts';
import type { SubgraphContext } from './context.ts';

/** An enterprise as a parent: a registration of the registry, or the reference that other departments hold. */
export type EnterpriseParent = { readonly _id: string } | { readonly uscc: string };

/**
 * Makes the resolver of a connection from an enterprise to its facts.
 *
 * @param collection - whose facts
 */
export function childPage<F extends Fields>(collection: FactCollection<F>) {
  return (
    parent: EnterpriseParent,
    page: PageArguments,
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<FactDocument<F>>> =>
    factsOf(collection, '_id' in parent ? parent._id : parent.uscc, page, context, info);
}
