import { childPage } from '../../../src/subgraph/childPage.ts';
import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';
import { objections } from '../collections/objections.ts';
import { repairs } from '../collections/repairs.ts';

/** What an enterprise applied for. */
export const Enterprise: EnterpriseResolvers = {
  repairs: childPage(repairs),
  objections: childPage(objections),
  __resolveReference: ({ uscc }) => ({ uscc }),
};
