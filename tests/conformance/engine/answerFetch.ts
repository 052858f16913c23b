import { execute, GraphQLError, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { hit, type Run } from './Failure.ts';

/** One fetch of a subgraph. */
export interface Fetch {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

/**
 * Answers a fetch as a department does: what does not fit its schema is refused, and errors always have a code.
 *
 * @param schema - the subgraph's
 * @param subgraph - its number
 * @param fetch - what is asked
 * @param run - the operation to which it belongs
 */
export async function answerFetch(
  schema: GraphQLSchema,
  subgraph: number,
  { document, variables, operationName }: Fetch,
  run: Run,
): Promise<ExecutionResult<Record<string, unknown>>> {
  const whole = hit(run, (one) => (one.kind === 'down' || one.kind === 'silent') && one.subgraph === subgraph);
  if (whole?.kind === 'down') return failed('is down', { code: 'DOWN' });
  if (whole) return { data: null };
  const [invalid] = validate(schema, document);
  if (invalid) return failed(invalid.message, { code: 'GRAPHQL_VALIDATION_FAILED' });
  const result = await execute({ schema, document, variableValues: variables, operationName, contextValue: run });
  for (const error of result.errors ?? []) error.extensions['code'] ??= 'INTERNAL_SERVER_ERROR';
  return result;
}

function failed(message: string, extensions: Record<string, unknown>): ExecutionResult<Record<string, unknown>> {
  return { data: null, errors: [new GraphQLError(message, { extensions })] };
}
