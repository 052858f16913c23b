import { Enterprise } from './Enterprise.ts';

/** All resolvers of the credit office, by type. */
export const resolvers = { Enterprise };
