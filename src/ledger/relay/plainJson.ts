import { Decimal128 } from 'mongodb';
import type { JsonValue } from '../LedgerBody.ts';

/**
 * Turns a stored value into plain JSON: amounts into decimal text, instants into ISO 8601; what is undefined is left out.
 *
 * @param value - as MongoDB gives it
 * @throws TypeError for what no field stores
 */
export function plainJson(value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'object') return ofObject(value);
  throw new TypeError(`A ${typeof value} is no value of a fact.`);
}

function ofObject(value: object): JsonValue {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Decimal128) return value.toString();
  return Array.isArray(value) ? value.map(plainJson) : plainObject(value);
}

/**
 * The same for an object, field by field.
 *
 * @param object - stored values by name
 */
export function plainObject(object: object): { readonly [name: string]: JsonValue } {
  const plain: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    if (value !== undefined) plain[name] = plainJson(value);
  }
  return plain;
}
