import { executeSync, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { GatewaySeam } from '../engine/Engine.ts';
import { documentOf } from '../engine/plan/documentOf.ts';
import { operationOf } from '../engine/plan/Operation.ts';
import { pickRootFields, responseKey, rootFields } from '../engine/plan/pickRootFields.ts';

/** Runs an operation, as an engine does behind Apollo Server. */
export type RunOperation = NonNullable<Awaited<ReturnType<GatewaySeam['load']>>['executor']>;

/** An operation that asks about the schema. */
interface Split {
  /** What it asks about the schema. */
  readonly schemaPart: DocumentNode;
  /** What it asks beside; absent where that is nothing. */
  readonly rest: DocumentNode | undefined;
  /** Keys of the answer in the order of the operation. */
  readonly keys: readonly string[];
}

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Answers what is asked about the schema by the schema of a door, and all else by the engine, which knows more than the door has.
 *
 * @param run - the engine
 * @param schema - what exists at the door
 */
export function answerSchemaFields(run: RunOperation, schema: GraphQLSchema): RunOperation {
  // Apollo Server keeps documents, so that the same text is the same object again.
  const splits = new WeakMap<DocumentNode, Map<string, Split | undefined>>();
  const splitOf = (document: DocumentNode, name: string | null | undefined): Split | undefined => {
    const known = splits.get(document) ?? new Map<string, Split | undefined>();
    splits.set(document, known);
    const key = name ?? '';
    if (!known.has(key)) known.set(key, split(document, name));
    return known.get(key);
  };
  return async (asked) => {
    const { document, operationName, request } = asked;
    const parts = splitOf(document, operationName);
    if (!parts) return run(asked);
    const about = executeSync({
      schema,
      document: parts.schemaPart,
      ...(request.variables && { variableValues: request.variables }),
    });
    if (!parts.rest || !about.data) return about;
    const answer = await run({
      ...asked,
      document: parts.rest,
      queryHash: `${asked.queryHash} without its schema fields`,
    });
    if (!answer.data) return answer;
    const data: Readonly<Record<string, unknown>> = { ...answer.data, ...about.data };
    const present = parts.keys.filter((key) => key in data);
    return { ...answer, data: Object.fromEntries(present.map((key) => [key, data[key]])) };
  };
}

function split(document: DocumentNode, operationName: string | null | undefined): Split | undefined {
  const operation = operationOf(document, operationName);
  const { selectionSet } = operation.definition;
  const { fragments } = operation;
  const schemaPart = pickRootFields(selectionSet, fragments, ({ name }) => SCHEMA_FIELDS.has(name.value));
  if (!schemaPart) return undefined;
  const rest = pickRootFields(selectionSet, fragments, ({ name }) => !SCHEMA_FIELDS.has(name.value));
  return {
    schemaPart: documentOf(operation, schemaPart),
    rest: rest && documentOf(operation, rest),
    keys: rootFields(selectionSet, fragments).map(responseKey),
  };
}
