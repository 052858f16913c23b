import { AbnormalListing } from './AbnormalListing.ts';
import { Enterprise } from './Enterprise.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

/** All resolvers of the registry, by type. */
export const resolvers = { AbnormalListing, Enterprise, Mutation, Query };
