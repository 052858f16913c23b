import type { CreditListTermResolvers } from '../__generated__/resolvers.ts';

/** How long entries of a list stand. */
export const CreditListTerm: CreditListTermResolvers = {
  when: ({ when }) => Object.entries(when).map(([field, values]) => `${field}: ${[values].flat().join(', ')}`),
};
