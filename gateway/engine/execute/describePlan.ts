import type { PlannedNode } from '../plan/PlannedNode.ts';

/** A plan as operators read it: nodes in the planner's form. */
export interface DescribedPlan {
  readonly kind: 'QueryPlan';
  readonly node: PlannedNode | { readonly kind: 'Sequence'; readonly nodes: readonly PlannedNode[] } | undefined;
}

/**
 * Describes how an operation is answered.
 *
 * @param nodes - in the order in which they run
 */
export function describePlan(nodes: readonly PlannedNode[]): DescribedPlan {
  return { kind: 'QueryPlan', node: nodes.length > 1 ? { kind: 'Sequence', nodes: [...nodes] } : nodes[0] };
}
