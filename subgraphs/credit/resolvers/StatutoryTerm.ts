import type { StatutoryTermResolvers } from '../__generated__/resolvers.ts';

/** A clock of law. */
export const StatutoryTerm: StatutoryTermResolvers = { title: ({ title }, _args, { locale }) => title[locale] };
