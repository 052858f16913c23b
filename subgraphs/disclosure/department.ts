import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { penalties } from './collections/penalties.ts';
import { permits } from './collections/permits.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';

/** 信用办, for all deciding departments: permits and penalties (双公示), and how well they are filed. */
export const department = defineSubgraph({
  name: 'disclosure',
  title: '信用办（双公示）',
  collections: [permits, penalties],
  resolvers,
  seed,
});
