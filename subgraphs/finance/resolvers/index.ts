import { Authorisation } from './Authorisation.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

/** All resolvers of the financial office, by type. */
export const resolvers = { Authorisation, Mutation, Query };
