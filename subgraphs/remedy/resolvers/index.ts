import { Enterprise } from './Enterprise.ts';
import { Mutation } from './Mutation.ts';
import { Objection } from './Objection.ts';
import { Query } from './Query.ts';
import { RepairApplication } from './RepairApplication.ts';

/** All resolvers of credit repair, by type. */
export const resolvers = { Enterprise, Mutation, Objection, Query, RepairApplication };
