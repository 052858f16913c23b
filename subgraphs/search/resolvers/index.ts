import { Enterprise } from './Enterprise.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

/** All resolvers of the search, by type. */
export const resolvers = { Enterprise, Mutation, Query };
