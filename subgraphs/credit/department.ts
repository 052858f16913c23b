import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { COLLECTIONS } from './collections.ts';
import { REPORT_INDEXES } from './report/ReportDocument.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { TIMELINE_INDEXES, timelineFollower } from './timeline/timelineFollower.ts';

/** 信用办: what all departments know of an enterprise together, and what follows from it. */
export const department = defineSubgraph({
  name: 'credit',
  title: '市信用办',
  collections: COLLECTIONS,
  resolvers,
  seed,
  refersToFacts: true,
  followers: [timelineFollower],
  indexes: { ...REPORT_INDEXES, timeline: TIMELINE_INDEXES },
});
