import type { Thing } from './valueOf.ts';

/**
 * The value of a key field. Each tells the number of its object, so that a mixture of two objects' keys is found.
 *
 * @param thing - the object
 * @param name - the key field
 */
export function keyValue({ __typename, member, n }: Thing, name: string): unknown {
  const id = `${member ?? __typename}:${n}`;
  if (name === 'code') return 100 + n;
  if (name === 'ref') return { part: id };
  return name === 'id' ? id : `${name}:${n}`;
}

/**
 * Finds the object that a representation means.
 *
 * @param representation - what the gateway sent
 * @param keys - the keys by which the subgraph can be asked, as names of fields
 * @throws Error when no key is complete, or the key fields are of more than one object
 */
export function thingOf(
  representation: Readonly<Record<string, unknown>>,
  keys: readonly (readonly string[])[],
): Thing {
  if (!keys.some((fields) => fields.every((name) => isFilled(representation[name]))))
    throw new Error(`No key of ${JSON.stringify(keys)} in ${JSON.stringify(representation)}`);
  const numbers = new Set(Object.entries(representation).flatMap(([name, value]) => numberIn(name, value)));
  const [n] = numbers;
  if (numbers.size !== 1 || n === undefined) throw new Error(`Keys of several: ${JSON.stringify(representation)}`);
  const typename = String(representation['__typename']);
  const [member = typename] = idIn(representation, typename).split(':');
  return { __typename: typename, n, member, given: representation };
}

function idIn({ id }: Readonly<Record<string, unknown>>, otherwise: string): string {
  return typeof id === 'string' ? id : otherwise;
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? 'part' in value && isFilled(value.part) : value != null;
}

function numberIn(name: string, value: unknown): number[] {
  if (name === 'code') return [Number(value) - 100];
  const text = name === 'ref' ? (value as { part?: unknown } | null)?.part : value;
  return ['id', 'ref', 'k1', 'k2'].includes(name) ? [Number(String(text).split(':')[1])] : [];
}
