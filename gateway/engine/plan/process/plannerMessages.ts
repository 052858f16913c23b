import type { OperationPlan, PlannerChoice } from '../Planner.ts';

/** What is planned: one operation of a document, for requests that select the same by their variables. */
export interface PlanQuestion {
  /** The document, validated. */
  readonly text: string;
  readonly operationName: string | undefined;
  /** Values of the variables by which the operation decides what it selects. */
  readonly deciding: Readonly<Record<string, boolean>>;
  /** Of the traffic, as the request has drawn it. */
  readonly share?: number | undefined;
}

/** What the planner's process is told. */
export type PlannerRequest =
  /** From now on documents are planned over this graph. */
  | { readonly supergraphSdl: string }
  | { readonly id: number; readonly question: PlanQuestion; readonly choice: PlannerChoice };

/** What it answers, in the order in which it was told. */
export type PlannerReply =
  /** It has read the graph. */
  | { readonly isReady: true }
  | { readonly id: number; readonly plan: OperationPlan }
  /** There is no plan. */
  | { readonly id: number; readonly problem: string };
