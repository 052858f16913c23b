/** An object of an answer; only its own properties are values. */
export type Data = Record<string, unknown>;

const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * The value of an object's own property; one that every object inherits, such as `constructor`, is not a value.
 *
 * @param data - an answer's object
 * @param key - a response name
 */
export function ownValue(data: Data, key: string): unknown {
  return INHERITED.has(key) && !Object.hasOwn(data, key) ? undefined : data[key];
}

/**
 * Tells whether a response name is also a property that every object inherits.
 *
 * @param key - a response name
 */
export function isInherited(key: string): boolean {
  return INHERITED.has(key);
}

/**
 * Tells whether a value is an object of an answer, not a list.
 *
 * @param value - any part of an answer
 */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
