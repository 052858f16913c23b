import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { searchPage } from '../index/searchPage.ts';
import { matchEnterprises } from '../records/matchEnterprises.ts';

/** What can be asked of the search. */
export const Query: QueryResolvers = {
  searchEnterprises: (_, asked, context) => searchPage(asked, context),
  matchEnterprises: (_, asked, context) => matchEnterprises(asked, context),
  suggestEnterprises: () => [],
};
