import { Authorisation } from './Authorisation.ts';
import { CreditAgency } from './CreditAgency.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

/** All resolvers of the financial office, by type. */
export const resolvers = { Authorisation, CreditAgency, Mutation, Query };
