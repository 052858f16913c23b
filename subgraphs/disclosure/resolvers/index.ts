import { AdministrativePenalty } from './AdministrativePenalty.ts';
import { AdministrativePermit } from './AdministrativePermit.ts';
import { Enterprise } from './Enterprise.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Withdrawal } from './Withdrawal.ts';

/** All resolvers of the office, by type. */
export const resolvers = { AdministrativePenalty, AdministrativePermit, Enterprise, Mutation, Query, Withdrawal };
