import { grantAuthorisation } from '../authorisations/grantAuthorisation.ts';
import { revokeAuthorisation } from '../authorisations/revokeAuthorisation.ts';
import { spendAuthorisation } from '../authorisations/spendAuthorisation.ts';
import type { MutationResolvers } from '../__generated__/resolvers.ts';

/** What enterprises do about authorisations, and the gateway in the name of those who use them. */
export const Mutation: MutationResolvers = {
  authorisationGrant: (_, { input }, context) => grantAuthorisation(input, context),
  authorisationRevoke: (_, { number }, context) => revokeAuthorisation(number, context),
  authorisationSpend: (_, asked, context) => spendAuthorisation(asked, context),
};
