import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../../GatewayContext.ts';
import type { OperationPlan } from '../plan/Planner.ts';
import type { PlanQuestion } from '../plan/process/plannerMessages.ts';
import type { Transport } from '../../transport/Transport.ts';

/** What the executor joins. */
export interface ExecutorOptions {
  /** A composed Federation 2 graph, with its join directives. */
  readonly supergraphSdl: string;
  /**
   * How each department is reached, asked once per department when the executor is made.
   *
   * @param name - as the supergraph names the department
   * @throws Error when no such department is connected
   */
  readonly transportOf: (name: string) => Transport;
  /** How many compiled operations are kept, the least recently used forgotten first; 1000 unless given. */
  readonly planCacheSize?: number;
}

/** One operation to answer. */
export interface ExecutorRequest {
  /** Validated against {@link Executor.apiSchema}. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  /** As the caller sent them: coerced here. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: GatewayContext;
  /** A hash of the document's text, by which its plan is kept; without it the document object itself is the key. */
  readonly queryHash?: string | undefined;
  /** In which part of the traffic it falls, by {@link Executor.drawShare}; unless given in one for which no progressive override is on. */
  readonly share?: number | undefined;
  /** Told of every fetch when it has been answered. */
  readonly onFetch?: ((fetch: FetchTiming) => void) | undefined;
}

/** How long one fetch took. */
export interface FetchTiming {
  /** The department, as the supergraph names it. */
  readonly service: string;
  /** The document's text. */
  readonly query: string;
  /** Where the entities of the fetch stand in the answer, for instance `enterprises.@`; empty for a root fetch. */
  readonly path: string;
  /** How many entities were asked for, each counted once; 0 for a root fetch. */
  readonly entities: number;
  /** When the fetch began, on the clock of `performance.now()`, in milliseconds. */
  readonly startedAt: number;
  /** In milliseconds. */
  readonly duration: number;
  readonly errors: number;
}

/** Figures of the plan cache. */
export interface PlanCacheFigures {
  readonly size: number;
  /** How often an operation was run by a plan that was there. */
  readonly hits: number;
  /** How often a plan was made. */
  readonly misses: number;
}

/** Plans operations over the departments and joins what they answer. */
export interface Executor {
  /** What callers may ask: the composed graph without its inaccessible parts and without join directives. */
  readonly apiSchema: GraphQLSchema;
  /**
   * Answers one operation. Never rejects for what a department or a caller did: that is said in `errors`.
   *
   * @param request - a validated document with its variables
   * @returns the answer itself where every department answers at once
   */
  execute(request: ExecutorRequest): ExecutionResult | Promise<ExecutionResult>;
  /**
   * The plan by which a request was answered, as the planner says it. Nothing is planned for it.
   *
   * @param request - a validated document with its variables
   * @returns `undefined` where it is not planned, or was refused
   */
  planOf(request: Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash' | 'share' | 'variables'>): unknown;
  /**
   * Says what has to be planned before a request can be executed. What is executed without that is planned on the spot.
   *
   * @param request - a validated document with its variables
   * @returns `undefined` where it is planned already, or will be refused
   */
  unplanned(
    request: Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash' | 'share' | 'variables'>,
  ): PlanQuestion | undefined;
  /**
   * Says what has to be planned for an operation that nobody has sent yet: for the defaults of the variables that decide
   * what it selects.
   *
   * @param request - a validated document
   * @returns `undefined` where it is planned already, or will be refused
   */
  expected(
    request: Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash' | 'share'>,
  ): PlanQuestion | undefined;
  /**
   * Takes over a plan that was made elsewhere, and compiles it.
   *
   * @param request - the same request
   * @param question - what {@link unplanned} said of it
   * @param plan - the answer
   * @throws PlanError when the plan holds what the executor does not know
   */
  adopt(
    request: Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash' | 'share'>,
    question: PlanQuestion,
    plan: OperationPlan,
  ): void;
  /** Draws for one request in which part of the traffic it falls, where fields move from one department to another bit by bit. */
  drawShare(): number;
  /** Figures of the plan cache so far. */
  stats(): PlanCacheFigures;
}
