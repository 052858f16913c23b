import type { EnterpriseResolvers } from '../__generated__/resolvers.ts';

/** An enterprise as the search refers to it. */
export const Enterprise: EnterpriseResolvers = {
  __resolveReference: ({ uscc }) => ({ uscc }),
};
