import { factOf } from '../../../src/subgraph/factOf.ts';
import { filteredListOf } from '../../../src/subgraph/filteredListOf.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type {
  QueryOverduePublicationsArgs,
  QueryPenaltiesArgs,
  QueryPermitsArgs,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { penalties } from '../collections/penalties.ts';
import { permits } from '../collections/permits.ts';
import { overdueFilter, penaltyFilter, permitFilter } from '../decisionFilter.ts';
import { publicationRates } from '../publicationRates.ts';
import { withdrawnPenalties } from '../withdrawnPenalties.ts';

/** What can be asked of the office. */
export const Query: QueryResolvers = {
  permit: factOf(permits),
  permits: filteredListOf(permits, ({ filter }: QueryPermitsArgs) => permitFilter(filter)),
  penalty: factOf(penalties),
  penalties: filteredListOf(penalties, ({ filter }: QueryPenaltiesArgs) => penaltyFilter(filter)),
  publicationRates: (_, asked, context) => publicationRates(asked, context),
  overduePublications: filteredListOf(penalties, ({ authority }: QueryOverduePublicationsArgs, { now }) =>
    overdueFilter(todayInShanghai(now), authority),
  ),
  withdrawnPenalties: (_, page, context) => withdrawnPenalties(page, context),
};
