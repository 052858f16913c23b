import { type DocumentNode, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { interpretDocument } from './interpretDocument.ts';
import type { RunDocument } from './RunDocument.ts';

/**
 * Makes the function that runs operations by graphql-jit: each document is compiled to JavaScript at its first run and
 * kept as long as its plan keeps it. What can not be compiled is run by graphql-js.
 *
 * @param schema - of the department
 */
export function compileDocument(schema: GraphQLSchema): RunDocument {
  const compiled = new WeakMap<DocumentNode, CompiledQuery | 'not compilable'>();
  return (run) => {
    let query = compiled.get(run.document);
    if (query === undefined) {
      const result = compileQuery(schema, run.document, run.operationName);
      query = isCompiledQuery(result) ? result : 'not compilable';
      compiled.set(run.document, query);
    }
    return query === 'not compilable' ? interpretDocument(run) : query.query(undefined, run.context, run.variables);
  };
}
