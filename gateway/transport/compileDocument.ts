import { types } from 'node:util';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { interpretDocument } from './interpretDocument.ts';
import { isCompilable } from './isCompilable.ts';
import type { DocumentRun, RunDocument } from './RunDocument.ts';

/**
 * Makes the function that runs operations by graphql-jit: each document is compiled to JavaScript at its second run and
 * kept as long as its plan keeps it.
 *
 * Where graphql-jit would answer otherwise than graphql-js, graphql-js answers: see {@link isCompilable} for documents,
 * and errors that it words by itself, which it strips of their codes.
 *
 * @param schema - of the department
 */
export function compileDocument(schema: GraphQLSchema): RunDocument {
  const compiled = new WeakMap<DocumentNode, Compiled>();
  return (run) => {
    const known = compiled.get(run.document);
    const query = known === 'seen once' ? compile(schema, run) : (known ?? 'seen once');
    if (known !== query) compiled.set(run.document, query);
    if (typeof query === 'string') return interpretDocument(run);
    const result = query.query(undefined, run.context, run.variables);
    return types.isPromise(result) ? result.then((settled) => orInterpreted(settled, run)) : orInterpreted(result, run);
  };
}

/** What is known of a document. Compiling takes milliseconds, so a document that comes once is not worth it. */
type Compiled = CompiledQuery | 'seen once' | 'interpreted';

function compile(schema: GraphQLSchema, { document, operationName }: DocumentRun): Compiled {
  if (!isCompilable(schema, document)) return 'interpreted';
  const query = compileQuery(schema, document, operationName);
  return isCompiledQuery(query) ? query : 'interpreted';
}

/** Without data it was refused before it ran; an error without a fault underneath is no resolver's. */
function orInterpreted(result: ExecutionResult, run: DocumentRun): ExecutionResult | Promise<ExecutionResult> {
  const isOwnError = result.errors?.some(({ originalError }) => originalError === undefined) ?? false;
  return result.data === undefined || isOwnError ? interpretDocument(run) : result;
}
