import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { bankruptcyCases } from './collections/bankruptcyCases.ts';
import { consumptionRestrictions } from './collections/consumptionRestrictions.ts';
import { judgmentDefaulters } from './collections/judgmentDefaulters.ts';
import { judgments } from './collections/judgments.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** 人民法院: who does not perform judgments, and what courts decided. */
export const department = defineSubgraph({
  name: 'judiciary',
  title: '人民法院',
  collections: [judgmentDefaulters, consumptionRestrictions, judgments, bankruptcyCases],
  resolvers,
  seed,
});
