import type { BatchFetchNode, FetchNode, PlanNode } from '@graphql-hive/router-query-planner';

/**
 * The same plan with other fetches.
 *
 * @param node - of a plan
 * @param change - gives the fetch that takes the place of another
 */
export function mapFetches(
  node: PlanNode,
  change: <Node extends FetchNode | BatchFetchNode>(fetch: Node) => Node,
): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((inner) => mapFetches(inner, change)) };
    case 'Flatten':
      return { ...node, node: mapFetches(node.node, change) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause ? { ifClause: mapFetches(node.ifClause, change) } : {}),
        ...(node.elseClause ? { elseClause: mapFetches(node.elseClause, change) } : {}),
      };
    case 'Fetch':
    case 'BatchFetch':
      return change(node);
    default:
      return node;
  }
}
