import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf, PageArguments } from '../../src/data/connection.ts';
import { factById, factsOf } from '../../src/data/readFacts.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { enterprises } from './collections/enterprises.ts';
import type { EnterpriseMapper } from './schema.mappers.ts';

/** One enterprise by its code; all codes of a request cost one command. */
export function enterpriseByUscc(
  uscc: string,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<EnterpriseMapper | null> {
  return factById(enterprises, uscc, context, info);
}

/** The branches of an enterprise, most recently established first. */
export function branchesOf(
  uscc: string,
  page: PageArguments,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<ConnectionOf<EnterpriseMapper>> {
  return factsOf(enterprises, uscc, page, context, info, { foreignField: 'parentUscc' });
}

/** The enterprise that a fact of the registry is about; a code that the registry does not know keeps its key alone. */
export async function subjectOf(
  { subjectUscc }: { readonly subjectUscc?: string },
  _args: unknown,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<EnterpriseMapper | null> {
  if (subjectUscc === undefined) return null;
  const known = await enterpriseByUscc(subjectUscc, context, info);
  return known ?? ({ _id: subjectUscc } as EnterpriseMapper);
}
