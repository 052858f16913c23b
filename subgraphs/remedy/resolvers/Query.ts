import { factOf } from '../../../src/subgraph/factOf.ts';
import { filteredListOf } from '../../../src/subgraph/filteredListOf.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { applicationFilter } from '../applicationFilter.ts';
import { objections } from '../collections/objections.ts';
import { repairs } from '../collections/repairs.ts';
import { overdueRemedies } from '../overdueRemedies.ts';
import { repairOutlookOf } from '../repairOutlookOf.ts';

/** What can be asked of credit repair. */
export const Query: QueryResolvers = {
  repair: factOf(repairs),
  repairs: filteredListOf(repairs, applicationFilter),
  objection: factOf(objections),
  objections: filteredListOf(objections, applicationFilter),
  repairOutlook: (_, { factType, fact }, context) => repairOutlookOf(factType, fact, context),
  overdueRemedies: (_, { department }, context) => overdueRemedies(department ?? undefined, context),
};
