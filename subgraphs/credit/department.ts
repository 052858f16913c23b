import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { resolvers } from './resolvers/index.ts';
import { TIMELINE_INDEXES, timelineFollower } from './timeline/timelineFollower.ts';

/** 信用办: what all departments know of an enterprise together, and what follows from it. */
export const department = defineSubgraph({
  name: 'credit',
  title: '市信用办',
  collections: [],
  resolvers,
  refersToFacts: true,
  followers: [timelineFollower],
  indexes: { timeline: TIMELINE_INDEXES },
});
