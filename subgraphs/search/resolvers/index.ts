import { Enterprise } from './Enterprise.ts';
import { Query } from './Query.ts';

/** All resolvers of the search, by type. */
export const resolvers = { Enterprise, Query };
