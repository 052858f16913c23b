import type { ConnectionOf, PageArguments } from '../data/connection.ts';
import { confirmLink, rejectLink, type LinkDecision, type LinkRuling } from '../data/decideLink.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { LinkCandidateView } from '../data/linkCandidateView.ts';
import { listLinkCandidates, type LinkCandidateSelection } from '../data/listLinkCandidates.ts';
import type { SubgraphContext } from './context.ts';
import type { DerivedResolvers } from './effectResolvers.ts';

interface ListArguments extends PageArguments {
  readonly filter?: LinkCandidateSelection | null;
}

/**
 * Gives the resolvers of what `linkSdl` writes.
 *
 * @param department - name of the department
 * @param collections - what it owns
 */
export function linkResolvers(department: string, collections: readonly FactCollection[]): DerivedResolvers {
  const facts = collections.filter(({ kind }) => kind === 'FACT');
  if (facts.length === 0) return { Query: {}, Mutation: {} };
  const list = (
    _: unknown,
    { filter, ...page }: ListArguments,
    context: SubgraphContext,
  ): Promise<ConnectionOf<LinkCandidateView>> => listLinkCandidates(facts, filter ?? {}, page, context);
  const confirm = (_: unknown, ruling: LinkRuling, context: SubgraphContext): Promise<LinkDecision> =>
    confirmLink(facts, ruling, context);
  const reject = (_: unknown, ruling: LinkRuling, context: SubgraphContext): Promise<LinkDecision> =>
    rejectLink(facts, ruling, context);
  return {
    Query: { [`${department}LinkCandidates`]: list },
    Mutation: { [`${department}ConfirmLink`]: confirm, [`${department}RejectLink`]: reject },
  };
}
