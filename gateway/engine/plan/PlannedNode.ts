import type { PlanNode } from '@graphql-hive/router-query-planner';

/**
 * A part of an operation that is answered by itself, from the root on: what its fetches bring for each other stays apart from what
 * those of other parts bring.
 */
export interface ApartNode {
  readonly kind: 'Apart';
  readonly node: PlanNode;
  /** What of its answer belongs to the operation's: a selection set, as text. */
  readonly selections: string;
}

/** What an operation is answered by. */
export type PlannedNode = PlanNode | ApartNode;
