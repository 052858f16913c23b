import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { AdministrativePenaltyResolvers } from '../__generated__/resolvers.ts';
import { penalties } from '../collections/penalties.ts';
import { publicationStatus } from '../publicationStatus.ts';

/** A penalty of any deciding department. */
export const AdministrativePenalty: AdministrativePenaltyResolvers = {
  ...factResolvers(penalties),
  publicationStatus: (fact, _args, { now }) => publicationStatus(fact, todayInShanghai(now)),
};
