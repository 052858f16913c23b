import { registerAgency, strikeOffAgency } from '../agencies/changeAgency.ts';
import { grantAuthorisation } from '../authorisations/grantAuthorisation.ts';
import { revokeAuthorisation } from '../authorisations/revokeAuthorisation.ts';
import { spendAuthorisation } from '../authorisations/spendAuthorisation.ts';
import type { MutationResolvers } from '../__generated__/resolvers.ts';

/** What enterprises do about authorisations, the gateway in the name of those who use them, and the office about agencies. */
export const Mutation: MutationResolvers = {
  authorisationGrant: (_, { input }, context) => grantAuthorisation(input, context),
  authorisationRevoke: (_, { number }, context) => revokeAuthorisation(number, context),
  creditAgencyRegister: (_, { input }, context) => registerAgency(input, context),
  creditAgencyStrikeOff: (_, asked, context) => strikeOffAgency(asked, context),
  authorisationSpend: (_, asked, context) => spendAuthorisation(asked, context),
};
