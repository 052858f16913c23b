import { factMutations } from '../../../src/subgraph/factMutations.ts';
import { penalties } from '../collections/penalties.ts';
import { permits } from '../collections/permits.ts';

/** What the office's own staff write. */
export const Mutation = {
  ...factMutations(permits),
  ...factMutations(penalties),
};
