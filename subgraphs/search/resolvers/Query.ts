import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { linkCandidates } from '../links/linkCandidates.ts';
import { matchEnterprises } from '../records/matchEnterprises.ts';
import { searchPage } from '../search/searchPage.ts';
import { suggestions } from '../search/suggestions.ts';

/** What can be asked of the search. */
export const Query: QueryResolvers = {
  searchEnterprises: (_, asked, context) => searchPage(asked, context),
  matchEnterprises: (_, asked, context) => matchEnterprises(asked, context),
  linkCandidates: (_, asked, context) => linkCandidates(asked, context),
  suggestEnterprises: (_, asked, context) => suggestions(asked, context),
};
