import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { AdministrativePermitResolvers } from '../__generated__/resolvers.ts';
import { permits } from '../collections/permits.ts';
import { publicationStatus } from '../publicationStatus.ts';

/** A permit of any deciding department. */
export const AdministrativePermit: AdministrativePermitResolvers = {
  ...factResolvers(permits),
  publicationStatus: (fact, _args, { now }) => publicationStatus(fact, todayInShanghai(now)),
};
