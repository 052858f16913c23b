/** What is planned: one operation of a document, for requests that select the same by their variables. */
export interface PlanQuestion {
  /** The document, validated. */
  readonly text: string;
  readonly operationName: string | undefined;
  /** Values of the variables by which the operation decides what it selects. */
  readonly deciding: Readonly<Record<string, boolean>>;
}

/** What the planner's process is told. */
export type PlannerRequest =
  /** From now on documents may be planned over this graph; said once. */
  { readonly supergraphSdl: string } | { readonly id: number; readonly question: PlanQuestion };

/** What it answers, in the order in which it was asked. */
export type PlannerReply =
  /** It is loaded; said once, before anything else. */
  | { readonly isReady: true }
  /** The operation was planned, or there is no plan: either way the planner lives. */
  | { readonly id: number };
