import { defineSubgraph } from '../../src/subgraph/defineSubgraph.ts';
import { COLLECTIONS } from './collections.ts';
import { listRules } from './lists/listRules.ts';
import { REPORT_INDEXES } from './report/ReportDocument.ts';
import { resolvers } from './resolvers/index.ts';
import { seed } from './seed.ts';
import { TIMELINE_INDEXES, timelineFollower } from './timeline/timelineFollower.ts';
import { EVALUATION_INDEXES } from './evaluation/EvaluationDocument.ts';
import { evaluationFollower } from './evaluation/evaluationFollower.ts';
import { renewEvaluations } from './evaluation/renewEvaluations.ts';

/** 信用办: what all departments know of an enterprise together, and what follows from it. */
export const department = defineSubgraph({
  name: 'credit',
  title: '市信用办',
  collections: COLLECTIONS,
  resolvers,
  seed,
  refersToFacts: true,
  lists: listRules,
  followers: [timelineFollower, evaluationFollower],
  duties: [renewEvaluations],
  indexes: { ...REPORT_INDEXES, ...EVALUATION_INDEXES, timeline: TIMELINE_INDEXES },
});
