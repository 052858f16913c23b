import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { decideLink } from '../links/linkCandidates.ts';

/** What staff of departments decide through the search. */
export const Mutation: MutationResolvers = {
  confirmLink: (_, asked, context) => decideLink('ConfirmLink', asked, context),
  rejectLink: (_, asked, context) => decideLink('RejectLink', asked, context),
};
