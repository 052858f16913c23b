import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { ConsumptionRestrictionResolvers } from '../__generated__/resolvers.ts';
import { consumptionRestrictions } from '../collections/consumptionRestrictions.ts';

/** A consumption restriction. */
export const ConsumptionRestriction: ConsumptionRestrictionResolvers = factResolvers(consumptionRestrictions);
