import { factById, listFacts } from '../../../src/data/readFacts.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { abnormalListings } from '../collections/abnormalListings.ts';
import { enterprises } from '../collections/enterprises.ts';
import { enterpriseFilter } from '../enterpriseFilter.ts';
import { enterpriseLinks } from '../enterpriseLinks.ts';
import { enterpriseByUscc } from '../loaders.ts';
import { checkedLength } from '../../../src/data/checkedLength.ts';

/** What can be asked of the registry. */
export const Query: QueryResolvers = {
  enterprise: (_, { uscc }, context, info) => enterpriseByUscc(uscc, context, info),
  enterprises: (_, { filter, ...page }, context, info) =>
    listFacts(enterprises, page, context, info, enterpriseFilter(filter)),
  enterprisesByUscc: (_, { usccs }, context, info) =>
    checkedLength(usccs, 'usccs', 100).map((uscc) => enterpriseByUscc(uscc, context, info)),
  enterpriseLinks: (_, asked, context) => enterpriseLinks(asked, context),
  abnormalListing: (_, { id }, context, info) => factById(abnormalListings, id, context, info),
  abnormalListings: (_, page, context, info) => listFacts(abnormalListings, page, context, info),
};
