import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { abnormalListings } from './collections/abnormalListings.ts';
import { enterprises } from './collections/enterprises.ts';
import { resolvers } from './resolvers/index.ts';

/** 市场监督管理局: owns the enterprise. */
export const department = defineSubgraph({
  name: 'registry',
  title: '市场监督管理局',
  collections: [enterprises, abnormalListings],
  resolvers,
});
