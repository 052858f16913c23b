import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { AbnormalListingResolvers } from '../__generated__/resolvers.ts';
import { abnormalListings } from '../collections/abnormalListings.ts';
import { subjectOf } from '../loaders.ts';
import { seriousViolationDueOn } from '../rules.ts';

/** A listing on the register of abnormal operation. */
export const AbnormalListing: AbnormalListingResolvers = {
  ...factResolvers(abnormalListings),
  subject: subjectOf,
  seriousViolationDueOn: ({ listedOn }) => (listedOn === undefined ? null : seriousViolationDueOn(listedOn)),
};
