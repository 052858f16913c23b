import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { indexFollower, renewIndex } from './index/indexFollower.ts';
import { resolvers } from './resolvers/index.ts';

/** 大数据委: finds enterprises by what people type, and matches records with them. */
export const department = defineSubgraph({
  name: 'search',
  title: '市大数据委',
  collections: [],
  resolvers,
  followers: [indexFollower],
  duties: [renewIndex],
});
