import { listAuthorisations, readAuthorisation } from '../authorisations/readAuthorisations.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';

/** What can be asked of the financial office. */
export const Query: QueryResolvers = {
  authorisation: (_, { number }, context) => readAuthorisation(number, context),
  authorisations: (_, { status, ...page }, context) => listAuthorisations(status, page, context),
};
