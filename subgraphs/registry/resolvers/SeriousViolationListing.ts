import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { SeriousViolationListingResolvers } from '../__generated__/resolvers.ts';
import { seriousViolationListings } from '../collections/seriousViolationListings.ts';
import { subjectOf } from '../loaders.ts';
import { earlyRemovalFrom, leadershipBarUntil } from '../rules/seriousViolationListingRules.ts';

/** A listing for serious violations. */
export const SeriousViolationListing: SeriousViolationListingResolvers = {
  ...factResolvers(seriousViolationListings),
  subject: subjectOf,
  earlyRemovalFrom: ({ listedOn }) => (listedOn === undefined ? null : earlyRemovalFrom(listedOn)),
  leadershipBarUntil: (listing) => leadershipBarUntil(listing),
};
