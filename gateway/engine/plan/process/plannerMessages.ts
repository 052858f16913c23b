import type { PlanNode } from '@graphql-hive/router-query-planner';

/** What the planner's process is told. */
export type PlannerRequest =
  /** From now on documents may be planned over this graph. */
  | { readonly graph: number; readonly supergraphSdl: string }
  | { readonly graph: number; readonly id: number; readonly text: string };

/** What it answers, in the order in which it was asked. */
export type PlannerReply =
  /** It is loaded; said once, before anything else. */
  | { readonly isReady: true }
  | { readonly id: number; readonly node: PlanNode | undefined }
  /** There is no plan. */
  | { readonly id: number; readonly problem: string };
