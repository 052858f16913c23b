import { holdsScope, PLAN_SCOPE } from '../../src/identity/Caller.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import type { FetchTiming } from './execute/Executor.ts';

/** By this header a caller asks for the plan of its operation. */
export const PLAN_HEADER = 'x-credit-graph-plan';

/** The head of a request, as the engine gets it. */
interface RequestHead {
  readonly headers: { get(name: string): string | null };
}

/** What was done for one operation, as `extensions` hold it. */
export interface PlanReport {
  readonly plan: {
    /** As the planner says it: the steps, with the documents that departments are sent. */
    readonly steps: unknown;
    /** Every request that was sent, in the order of the answers. Without variables, which may be personal data. */
    readonly requests: readonly SentRequest[];
  };
}

/** One request to a department. */
export interface SentRequest {
  readonly department: string;
  readonly query: string;
  /** Where the entities stand in the answer; empty for root fields. */
  readonly path: string;
  /** How many entities were asked for. */
  readonly representations: number;
  /** Milliseconds from the first request of the operation. */
  readonly startedAfterMs: number;
  readonly ms: number;
  readonly errors: number;
}

/**
 * Tells whether an operation's plan is shown: its caller asks for it and is a department's with the scope to read plans.
 *
 * @param head - of the request; absent where the product asks itself
 * @param context - who calls
 */
export function mayReadPlan(head: RequestHead | undefined, context: Pick<GatewayContext, 'request'>): boolean {
  if (head?.headers.get(PLAN_HEADER) !== '1') return false;
  const { caller } = context.request;
  return caller.audience === 'INTERNAL' && holdsScope(caller, PLAN_SCOPE);
}

/** Notes what is sent while one operation runs. */
export function planRecorder(): {
  readonly onFetch: (fetch: FetchTiming) => void;
  readonly report: (plan: unknown) => PlanReport;
} {
  const fetches: FetchTiming[] = [];
  return {
    onFetch: (fetch) => {
      fetches.push(fetch);
    },
    report: (steps) => {
      const first = Math.min(...fetches.map(({ startedAt }) => startedAt));
      return { plan: { steps, requests: fetches.map((fetch) => sentRequest(fetch, first)) } };
    },
  };
}

function sentRequest(fetch: FetchTiming, first: number): SentRequest {
  return {
    department: fetch.service,
    query: fetch.query,
    path: fetch.path,
    representations: fetch.entities,
    startedAfterMs: rounded(fetch.startedAt - first),
    ms: rounded(fetch.duration),
    errors: fetch.errors,
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1_000) / 1_000;
}
