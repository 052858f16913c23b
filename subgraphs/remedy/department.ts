import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { objections } from './collections/objections.ts';
import { repairs } from './collections/repairs.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { settleEffects } from './settleEffects.ts';

/** 信用办: credit repair (信用修复) and objections (异议). */
export const department = defineSubgraph({
  name: 'remedy',
  title: '信用办（信用修复）',
  collections: [repairs, objections],
  resolvers,
  seed,
  duties: [settleEffects],
  refersToFacts: true,
});
