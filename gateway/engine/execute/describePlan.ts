import type { FlattenNodePathSegment, PlanNode } from '@graphql-hive/router-query-planner';
import type { Stage } from '../plan/StagePlanner.ts';

/** A plan as operators read it: nodes in the planner's form. */
export interface DescribedPlan {
  readonly kind: 'QueryPlan';
  readonly node: DescribedNode | undefined;
}

/** A node of the planner, or one that joins the plans of stages. */
export type DescribedNode =
  | PlanNode
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly DescribedNode[] }
  | { readonly kind: 'Flatten'; readonly path: readonly FlattenNodePathSegment[]; readonly node: DescribedNode };

/**
 * Describes how an operation is answered.
 *
 * @param stages - in the order in which they run
 */
export function describePlan(stages: readonly Stage[]): DescribedPlan {
  return { kind: 'QueryPlan', node: joined('Sequence', stages.flatMap(describeStage)) };
}

function describeStage({ node, cuts }: Stage): readonly DescribedNode[] {
  const later = cuts.flatMap(({ path, stages }) =>
    [...stages.values()].flatMap((stage): readonly DescribedNode[] => {
      const inner = joined('Sequence', describeStage(stage));
      return inner ? [{ kind: 'Flatten', path, node: inner }] : [];
    }),
  );
  return [node ?? [], joined('Parallel', later) ?? []].flat();
}

function joined(kind: 'Sequence' | 'Parallel', nodes: readonly DescribedNode[]): DescribedNode | undefined {
  return nodes.length > 1 ? { kind, nodes } : nodes[0];
}
