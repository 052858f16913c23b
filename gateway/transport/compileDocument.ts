import { types } from 'node:util';
import { visit, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { interpretDocument } from './interpretDocument.ts';
import { isCompilable } from './isCompilable.ts';
import type { DocumentRun, RunDocument } from './RunDocument.ts';

/** Enough for some hundred documents of usual size, and some tens of megabytes at most. */
const BUDGET = 20_000;

/**
 * Makes the function that runs operations by graphql-jit: each document is compiled to JavaScript at its second run and
 * kept as long as its plan keeps it.
 *
 * Where graphql-jit would answer otherwise than graphql-js, graphql-js answers: see {@link isCompilable} for documents,
 * and errors that it words by itself, which it strips of their codes.
 *
 * graphql-jit keeps a part of what it compiled for ever, some kilobytes for each field, so that a stream of ever new
 * documents would exhaust memory: once the budget is spent, new documents are interpreted.
 *
 * @param schema - of the department
 * @param budget - how many selected fields are compiled in all; 20,000 unless given
 */
export function compileDocument(schema: GraphQLSchema, budget = BUDGET): RunDocument {
  const compiled = new WeakMap<DocumentNode, Compiled>();
  let left = budget;
  const compile = (run: DocumentRun): Compiled => {
    const fields = fieldsOf(run.document);
    if (fields > left) return 'interpreted';
    left -= fields;
    return compiledQuery(schema, run);
  };
  return (run) => {
    const known = compiled.get(run.document);
    const query = known === 'seen once' ? compile(run) : (known ?? 'seen once');
    if (known !== query) compiled.set(run.document, query);
    if (typeof query === 'string') return interpretDocument(run);
    const result = query.query(undefined, run.context, run.variables);
    return types.isPromise(result) ? result.then((settled) => orInterpreted(settled, run)) : orInterpreted(result, run);
  };
}

/** What is known of a document. Compiling takes milliseconds, so a document that comes once is not worth it. */
type Compiled = CompiledQuery | 'seen once' | 'interpreted';

function compiledQuery(schema: GraphQLSchema, { document, operationName }: DocumentRun): Compiled {
  if (!isCompilable(schema, document)) return 'interpreted';
  const query = compileQuery(schema, document, operationName);
  return isCompiledQuery(query) ? query : 'interpreted';
}

/** Without data it was refused before it ran; an error without a fault underneath is no resolver's. */
function orInterpreted(result: ExecutionResult, run: DocumentRun): ExecutionResult | Promise<ExecutionResult> {
  const isOwnError = result.errors?.some(({ originalError }) => originalError === undefined) ?? false;
  return result.data === undefined || isOwnError ? interpretDocument(run) : result;
}

function fieldsOf(document: DocumentNode): number {
  let fields = 0;
  visit(document, { Field: () => void (fields += 1) });
  return fields;
}
