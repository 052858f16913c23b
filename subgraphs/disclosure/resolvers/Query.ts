import { factById, listFacts } from '../../../src/data/readFacts.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { penalties } from '../collections/penalties.ts';
import { permits } from '../collections/permits.ts';
import { overdueFilter, penaltyFilter, permitFilter } from '../decisionFilter.ts';
import { publicationRates } from '../publicationRates.ts';
import { withdrawnPenalties } from '../withdrawnPenalties.ts';

/** What can be asked of the office. */
export const Query: QueryResolvers = {
  permit: (_, { id }, context, info) => factById(permits, id, context, info),
  permits: (_, { filter, ...page }, context, info) => listFacts(permits, page, context, info, permitFilter(filter)),
  penalty: (_, { id }, context, info) => factById(penalties, id, context, info),
  penalties: (_, { filter, ...page }, context, info) =>
    listFacts(penalties, page, context, info, penaltyFilter(filter)),
  publicationRates: (_, asked, context) => publicationRates(asked, context),
  overduePublications: (_, { authority, ...page }, context, info) =>
    listFacts(penalties, page, context, info, overdueFilter(todayInShanghai(context.now), authority)),
  withdrawnPenalties: (_, page, context) => withdrawnPenalties(page, context),
};
