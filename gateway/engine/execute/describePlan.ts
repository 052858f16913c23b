import type { PlanNode } from '@graphql-hive/router-query-planner';

/** A plan as operators read it: nodes in the planner's form. */
export interface DescribedPlan {
  readonly kind: 'QueryPlan';
  readonly node: PlanNode | undefined;
}

/**
 * Describes how an operation is answered.
 *
 * @param nodes - in the order in which they run
 */
export function describePlan(nodes: readonly PlanNode[]): DescribedPlan {
  return { kind: 'QueryPlan', node: nodes.length > 1 ? { kind: 'Sequence', nodes: [...nodes] } : nodes[0] };
}
