import { childPage } from '../../../src/subgraph/childPage.ts';
import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';
import { bankruptcyCases } from '../collections/bankruptcyCases.ts';
import { consumptionRestrictions } from '../collections/consumptionRestrictions.ts';
import { judgmentDefaulters } from '../collections/judgmentDefaulters.ts';
import { judgments } from '../collections/judgments.ts';

/** What the courts know of an enterprise. */
export const Enterprise: EnterpriseResolvers = {
  judgmentDefaulterRecords: childPage(judgmentDefaulters),
  consumptionRestrictions: childPage(consumptionRestrictions),
  judgments: childPage(judgments),
  bankruptcyCases: childPage(bankruptcyCases),
  __resolveReference: ({ uscc }) => ({ uscc }),
};
