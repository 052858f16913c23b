import { factById, listFacts } from '../../../src/data/readFacts.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { bankruptcyCases } from '../collections/bankruptcyCases.ts';
import { consumptionRestrictions } from '../collections/consumptionRestrictions.ts';
import { judgmentDefaulters } from '../collections/judgmentDefaulters.ts';
import { judgments } from '../collections/judgments.ts';
import { courtCaseFilter } from '../courtCaseFilter.ts';

/** What can be asked of the courts. */
export const Query: QueryResolvers = {
  judgmentDefaulter: (_, { id }, context, info) => factById(judgmentDefaulters, id, context, info),
  judgmentDefaulters: (_, { filter, ...page }, context, info) =>
    listFacts(judgmentDefaulters, page, context, info, courtCaseFilter(filter)),
  consumptionRestriction: (_, { id }, context, info) => factById(consumptionRestrictions, id, context, info),
  consumptionRestrictions: (_, { filter, ...page }, context, info) =>
    listFacts(consumptionRestrictions, page, context, info, courtCaseFilter(filter)),
  judgment: (_, { id }, context, info) => factById(judgments, id, context, info),
  judgments: (_, { filter, ...page }, context, info) =>
    listFacts(judgments, page, context, info, courtCaseFilter(filter)),
  bankruptcyCase: (_, { id }, context, info) => factById(bankruptcyCases, id, context, info),
  bankruptcyCases: (_, { filter, ...page }, context, info) =>
    listFacts(bankruptcyCases, page, context, info, courtCaseFilter(filter)),
};
