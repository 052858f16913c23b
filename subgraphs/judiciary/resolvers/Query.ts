import { factOf } from '../../../src/subgraph/factOf.ts';
import { filteredListOf } from '../../../src/subgraph/filteredListOf.ts';
import type { CourtCaseFilter, QueryResolvers } from '../__generated__/resolvers.ts';
import { bankruptcyCases } from '../collections/bankruptcyCases.ts';
import { consumptionRestrictions } from '../collections/consumptionRestrictions.ts';
import { judgmentDefaulters } from '../collections/judgmentDefaulters.ts';
import { judgments } from '../collections/judgments.ts';
import { courtCaseFilter } from '../courtCaseFilter.ts';

/** The four lists are narrowed alike. */
interface CaseArguments {
  readonly filter?: CourtCaseFilter | null | undefined;
}
const byCase = ({ filter }: CaseArguments) => courtCaseFilter(filter);

/** What can be asked of the courts. */
export const Query: QueryResolvers = {
  judgmentDefaulter: factOf(judgmentDefaulters),
  judgmentDefaulters: filteredListOf(judgmentDefaulters, byCase),
  consumptionRestriction: factOf(consumptionRestrictions),
  consumptionRestrictions: filteredListOf(consumptionRestrictions, byCase),
  judgment: factOf(judgments),
  judgments: filteredListOf(judgments, byCase),
  bankruptcyCase: factOf(bankruptcyCases),
  bankruptcyCases: filteredListOf(bankruptcyCases, byCase),
};
