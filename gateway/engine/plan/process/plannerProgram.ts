import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { PlannerReply, PlannerRequest } from './plannerMessages.ts';

/*
 * The program of the planner's process: it answers requests one after the other, and ends with the process that started it.
 */

/** Labels of progressive overrides: none is on, so a field stays with its first owner. */
const NO_LABELS = new Set<string>();

/** Above every percentage, so an override by share of traffic is off as well. */
const NO_SHARE = 100;

const planners = new Map<number, QueryPlanner>();

process.on('message', (request: PlannerRequest) => {
  if ('supergraphSdl' in request) planners.set(request.graph, new QueryPlanner(request.supergraphSdl));
  else process.send?.(replyTo(request.id, planners.get(request.graph), request.text));
});
process.on('disconnect', () => process.exit());
process.send?.({ isReady: true } satisfies PlannerReply);

function replyTo(id: number, planner: QueryPlanner | undefined, text: string): PlannerReply {
  try {
    return { id, node: planner?.plan(text, undefined, NO_LABELS, NO_SHARE).node };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
