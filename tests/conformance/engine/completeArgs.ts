import { parseValue, valueFromASTUntyped } from 'graphql';
import type { Input, World } from './World.ts';

/**
 * Adds the defaults that a subgraph would add, also those of arguments that callers cannot see.
 *
 * @param world - the input objects
 * @param inputs - arguments of a field, or fields of an input object
 * @param given - their values by name
 */
export function completeArgs(
  world: World,
  inputs: readonly Input[],
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values = inputs.map(({ name, base, byDefault }): [string, unknown] => {
    const value = given[name];
    if (value === undefined) return [name, byDefault === undefined ? undefined : literal(byDefault)];
    return [name, completeValue(world, base, value)];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function completeValue(world: World, base: string, value: unknown): unknown {
  const type = world.inputs.get(base);
  if (!type || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => completeValue(world, base, item));
  return completeArgs(world, type.fields, value as Record<string, unknown>);
}

function literal(sdl: string): unknown {
  return valueFromASTUntyped(parseValue(sdl));
}
