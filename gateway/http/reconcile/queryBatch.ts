import { z } from 'zod';
import { GatewayError } from '../../errors/GatewayError.ts';
import { MOST_CANDIDATES, MOST_RECORDS } from '../../match/askMatches.ts';
import { recordFieldNamed, type RecordField } from '../../match/recordFields.ts';
import type { RecordValues } from '../../match/RecordInput.ts';
import { normaliseCode } from '../../../src/values/normaliseCode.ts';
import { parsedJson } from './parsedJson.ts';

/** One query of a batch. */
export interface ReconcileQuery {
  /** The client's own key. */
  readonly key: string;
  readonly values: RecordValues;
  /** Most candidates, 1 to 20. */
  readonly limit: number;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.object({ id: z.string(), name: z.string().optional() })]);
const querySchema = z.object({
  query: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  limit: z.number().optional(),
  properties: z.array(z.object({ pid: z.string(), v: z.union([value, z.array(value)]) })).optional(),
  type_strict: z.string().optional(),
});

type Query = z.infer<typeof querySchema>;
type Value = z.infer<typeof value>;

const DEFAULT_LIMIT = 5;

/** What was typed as the name may be a code, which identifies better than any name. */
const CODE = /^[0-9A-Z]{9,18}$/;

/**
 * Reads a reconciliation query batch. What it compares with properties that this service does not know is left out, as the specification
 * leaves to the service.
 *
 * @param text - JSON as it was sent
 * @throws GatewayError RECONCILE_INVALID or RECONCILE_TOO_MANY; queries are named by their place, never by their content
 */
export function queryBatch(text: string): readonly ReconcileQuery[] {
  const batch = parsedJson(text, 'queries');
  if (typeof batch !== 'object' || batch === null || Array.isArray(batch)) {
    throw new GatewayError('RECONCILE_INVALID', { reason: '`queries` is no JSON object' });
  }
  const queries = Object.entries(batch);
  if (queries.length > MOST_RECORDS) {
    throw new GatewayError('RECONCILE_TOO_MANY', { limit: MOST_RECORDS, things: 'queries' });
  }
  return queries.map(([key, query], at) => readQuery(key, query, at));
}

function readQuery(key: string, raw: unknown, at: number): ReconcileQuery {
  const parsed = querySchema.safeParse(raw);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new GatewayError('RECONCILE_INVALID', { reason: `query ${at + 1}, ${place === '' ? 'as a whole' : place}` });
  }
  const { limit = DEFAULT_LIMIT } = parsed.data;
  return {
    key,
    values: valuesOf(parsed.data),
    limit: Math.min(Math.max(Math.trunc(limit) || DEFAULT_LIMIT, 1), MOST_CANDIDATES),
  };
}

function valuesOf({ query = '', properties = [] }: Query): RecordValues {
  const values = new Map<RecordField['name'], string[]>();
  const add = (field: RecordField['name'], given: string): void => {
    values.set(field, [...(values.get(field) ?? []), given]);
  };
  const isCode = CODE.test(normaliseCode(query)) && /\d/.test(query);
  if (query.trim() !== '') add(isCode ? 'uscc' : 'name', query);
  for (const { pid, v } of properties) {
    const field = recordFieldNamed(pid);
    if (field !== undefined) for (const one of [v].flat()) add(field, textOf(one));
  }
  return Object.fromEntries(values);
}

/** A cell that was reconciled before stands for its identifier. */
function textOf(given: Value): string {
  return typeof given === 'object' ? given.id : String(given);
}
