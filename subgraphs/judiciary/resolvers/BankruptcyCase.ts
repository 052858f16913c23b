import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { BankruptcyCaseResolvers } from '../__generated__/resolvers.ts';
import { bankruptcyCases } from '../collections/bankruptcyCases.ts';
import { repairOpenFrom } from '../rules/bankruptcyCaseRules.ts';

/** A bankruptcy, reorganisation or settlement case. */
export const BankruptcyCase: BankruptcyCaseResolvers = { ...factResolvers(bankruptcyCases), repairOpenFrom };
