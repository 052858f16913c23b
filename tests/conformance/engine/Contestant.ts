import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Run } from './Failure.ts';

/** A request that is valid against the API schema. */
export interface Question {
  readonly document: DocumentNode;
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What answers requests: an engine, or the graph in one piece. */
export interface Contestant {
  /**
   * Answers one request.
   *
   * @param question - what is asked
   * @param run - what fails meanwhile; tells afterwards what has happened
   */
  ask(question: Question, run: Run): Promise<ExecutionResult>;
  /**
   * What the engine plans to do, in the planner's own form; nothing where it has no plan.
   *
   * @param question - what is asked
   */
  planOf(question: Question): unknown;
}
