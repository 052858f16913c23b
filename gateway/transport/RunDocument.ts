import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';

/** One operation of a department in this process. */
export interface DocumentRun {
  readonly schema: GraphQLSchema;
  /** Known to fit the schema; the same object whenever the same step of a plan runs. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the department's resolvers see. */
  readonly context: unknown;
}

/** Runs an operation; what comes out is in the form and by the rules of graphql-js. */
export type RunDocument = (run: DocumentRun) => ExecutionResult | Promise<ExecutionResult>;
