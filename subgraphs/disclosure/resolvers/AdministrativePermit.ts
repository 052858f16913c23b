import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { calendarCovers } from '../../../src/values/workingDays.ts';
import type { AdministrativePermitResolvers } from '../__generated__/resolvers.ts';
import { permits } from '../collections/permits.ts';
import { publicationStatus } from '../publicationStatus.ts';

/** A permit of any deciding department. */
export const AdministrativePermit: AdministrativePermitResolvers = {
  ...factResolvers(permits),
  isPublicationDueProvisional: ({ publicationCapOn }) =>
    publicationCapOn === undefined ? null : !calendarCovers(publicationCapOn),
  publicationStatus: (fact, _args, { now }) => publicationStatus(fact, todayInShanghai(now)),
};
