import { agenciesOf } from '../agencies/CreditAgencyDocument.ts';
import { listAgencies } from '../agencies/readAgencies.ts';
import { listAuthorisations, readAuthorisation } from '../authorisations/readAuthorisations.ts';
import type { QueryResolvers } from '../__generated__/resolvers.ts';

/** What can be asked of the financial office. */
export const Query: QueryResolvers = {
  authorisation: (_, { number }, context) => readAuthorisation(number, context),
  creditAgency: (_, { uscc }, { database }) => agenciesOf(database).findOne({ _id: uscc }),
  creditAgencies: (_, { isRegistered, ...page }, context) => listAgencies(isRegistered, page, context),
  authorisations: (_, { status, ...page }, context) => listAuthorisations(status, page, context),
};
