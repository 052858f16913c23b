import { factMutations } from '../../../src/subgraph/factMutations.ts';
import { abnormalListings } from '../collections/abnormalListings.ts';
import { enterprises } from '../collections/enterprises.ts';

/** What the registry's own staff write. */
export const Mutation = {
  ...factMutations('enterprise', enterprises),
  ...factMutations('abnormalListing', abnormalListings),
};
