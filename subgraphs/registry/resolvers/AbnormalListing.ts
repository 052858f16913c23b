import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { calendarCovers } from '../../../src/values/workingDays.ts';
import type { AbnormalListingResolvers } from '../__generated__/resolvers.ts';
import { abnormalListings } from '../collections/abnormalListings.ts';
import { subjectOf } from '../loaders.ts';
import { listingDueOn, seriousViolationDueOn } from '../rules/abnormalListingRules.ts';
import { isHousehold } from '../rules/isHousehold.ts';

/** A listing on the register of abnormal operation. */
export const AbnormalListing: AbnormalListingResolvers = {
  ...factResolvers(abnormalListings),
  subject: subjectOf,
  isMark: ({ subjectUscc, record }) => isHousehold(subjectUscc, record.subjectCategory),
  listingDueOn: ({ foundOn }) => (foundOn === undefined ? null : listingDueOn(foundOn)),
  isListingDueProvisional: ({ foundOn }) => (foundOn === undefined ? null : !calendarCovers(listingDueOn(foundOn))),
  isListedLate: ({ foundOn, listedOn }) =>
    foundOn === undefined || listedOn === undefined ? null : listedOn > listingDueOn(foundOn),
  seriousViolationDueOn: ({ listedOn }) => (listedOn === undefined ? null : seriousViolationDueOn(listedOn)),
};
