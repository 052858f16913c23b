import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { calendarCovers } from '../../../src/values/workingDays.ts';
import type { AdministrativePenaltyResolvers } from '../__generated__/resolvers.ts';
import { penalties } from '../collections/penalties.ts';
import { publicationStatus } from '../publicationStatus.ts';

/** A penalty of any deciding department. */
export const AdministrativePenalty: AdministrativePenaltyResolvers = {
  ...factResolvers(penalties),
  isPublicationDueProvisional: ({ publicationCapOn }) =>
    publicationCapOn === undefined ? null : !calendarCovers(publicationCapOn),
  publicationStatus: (fact, _args, { now }) => publicationStatus(fact, todayInShanghai(now)),
};
