import { childPage } from '../../../src/subgraph/childPage.ts';
import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';
import { penalties } from '../collections/penalties.ts';
import { permits } from '../collections/permits.ts';

/** What the deciding departments know of an enterprise. */
export const Enterprise: EnterpriseResolvers = {
  permits: childPage(permits),
  penalties: childPage(penalties),
  __resolveReference: (reference) => reference,
};
