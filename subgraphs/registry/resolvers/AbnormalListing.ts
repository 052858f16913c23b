import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { AbnormalListingResolvers } from '../__generated__/resolvers.ts';
import { abnormalListings } from '../collections/abnormalListings.ts';
import { seriousViolationDueOn } from '../rules.ts';

/** A listing on the register of abnormal operation. */
export const AbnormalListing: AbnormalListingResolvers = {
  ...factResolvers(abnormalListings),
  seriousViolationDueOn: ({ listedOn }) => (listedOn === undefined ? null : seriousViolationDueOn(listedOn)),
};
