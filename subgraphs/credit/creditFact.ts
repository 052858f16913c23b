import type { GraphQLResolveInfo } from 'graphql';
import { factById } from '../../src/data/readFacts.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { COLLECTIONS } from './collections.ts';
import type { CreditFactMapper } from './schema.mappers.ts';

/**
 * Gives a fact of any department for a field of type `CreditFact`. Of another department's the key is enough: its owner is asked for the rest.
 * The credit office's own are read here, since nobody else is asked for them; all of a request by one command.
 *
 * @param fact - type and id
 * @param context - the request
 * @param info - what is selected of the fact
 * @returns null where it is the office's own and the caller may not see it any more
 */
export async function creditFact(
  { type, id }: { readonly type: string; readonly id: string },
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<CreditFactMapper | null> {
  const own = COLLECTIONS.find((collection) => collection.type === type);
  if (own === undefined) return { __typename: type, id };
  const fact = await factById(own, id, context, info);
  return fact === null ? null : { ...fact, __typename: type, id };
}
