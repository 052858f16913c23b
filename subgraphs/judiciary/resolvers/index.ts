import { BankruptcyCase } from './BankruptcyCase.ts';
import { ConsumptionRestriction } from './ConsumptionRestriction.ts';
import { Enterprise } from './Enterprise.ts';
import { Judgment } from './Judgment.ts';
import { JudgmentDefaulter } from './JudgmentDefaulter.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

/** All resolvers of the courts, by type. */
export const resolvers = {
  BankruptcyCase,
  ConsumptionRestriction,
  Enterprise,
  Judgment,
  JudgmentDefaulter,
  Mutation,
  Query,
};
