import { factMutations } from '../../../src/subgraph/factMutations.ts';
import { bankruptcyCases } from '../collections/bankruptcyCases.ts';
import { consumptionRestrictions } from '../collections/consumptionRestrictions.ts';
import { judgmentDefaulters } from '../collections/judgmentDefaulters.ts';
import { judgments } from '../collections/judgments.ts';

/** What the court's own staff write. */
export const Mutation = {
  ...factMutations(judgmentDefaulters),
  ...factMutations(consumptionRestrictions),
  ...factMutations(judgments),
  ...factMutations(bankruptcyCases),
};
