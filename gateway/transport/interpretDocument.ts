import { execute, type ExecutionResult } from 'graphql';
import type { DocumentRun } from './RunDocument.ts';

/**
 * Runs an operation by graphql-js, which walks the document anew each time.
 *
 * @param run - the operation
 */
export function interpretDocument(run: DocumentRun): ExecutionResult | Promise<ExecutionResult> {
  return execute({
    schema: run.schema,
    document: run.document,
    operationName: run.operationName,
    variableValues: run.variables,
    contextValue: run.context,
  });
}
