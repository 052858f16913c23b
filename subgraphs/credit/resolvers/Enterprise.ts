import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';

/** What the credit office knows of an enterprise. */
export const Enterprise: EnterpriseResolvers = {
  __resolveReference: ({ uscc }) => ({ uscc }),
};
