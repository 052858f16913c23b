import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

const known = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();

/**
 * Reads a document that is asked again and again, and checks it against its schema the first time only.
 *
 * @param schema - that it is for
 * @param text - the document
 * @throws GraphQLError the first thing that does not fit
 */
export function validDocument(schema: GraphQLSchema, text: string): DocumentNode {
  const documents = known.get(schema) ?? new Map<string, DocumentNode>();
  known.set(schema, documents);
  const found = documents.get(text);
  if (found !== undefined) return found;
  const document = parse(text);
  const [error] = validate(schema, document);
  if (error !== undefined) throw error;
  documents.set(text, document);
  return document;
}
