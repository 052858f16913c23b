import { completeArgs } from './completeArgs.ts';
import { valueOf, type Thing } from './valueOf.ts';
import type { Field, Required, World } from './World.ts';

/**
 * The field and the type that holds it: an interface, where a subgraph adds the field to it as an object.
 *
 * @param world - the graph
 * @param type - a concrete type
 * @param name - of the field
 */
export function fieldOf(world: World, type: string, name: string): { owner: string; known: Field | undefined } {
  const own = world.objects.get(type)?.fields.find((field) => field.name === name);
  if (own) return { owner: type, known: own };
  const faces = [...world.faces.values()].filter(({ members }) => members.includes(type));
  const face = faces.find(({ object }) => object?.fields.some((field) => field.name === name));
  return { owner: face?.name ?? type, known: face?.object?.fields.find((field) => field.name === name) };
}

/**
 * The value of a field as the joined graph has it: what it requires is looked up, wherever it is held.
 *
 * @param world - the graph
 * @param owner - the type that holds the field
 * @param field - which
 * @param thing - the object; nothing for a root
 * @param args - of the field, as coerced
 */
export function joinedValue(
  world: World,
  owner: string,
  field: Field,
  thing: Thing | undefined,
  args: Readonly<Record<string, unknown>>,
): unknown {
  const required = field.requires.map((one) => requiredValue(world, one, thing));
  const named = ownerOf(owner, thing);
  return valueOf(world, field, { owner: named, args: completeArgs(world, field.args, args), required });
}

/**
 * The value of a required field.
 *
 * @param world - the graph
 * @param required - the field, its arguments and what is wanted of it
 * @param thing - the object
 */
export function requiredValue(world: World, { name, args, nested }: Required, thing: Thing | undefined): unknown {
  const { owner, known } = fieldOf(world, thing?.member ?? thing?.__typename ?? '', name);
  const value = known ? joinedValue(world, owner, known, thing, args) : null;
  return nested.length > 0 ? leaves(world, value, nested) : value;
}

/** Some leaves of a value type, or of a list of them. */
function leaves(world: World, value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => leaves(world, item, names));
  if (value === null) return null;
  const thing = value as Thing;
  const entries = names.map((name) => {
    const { owner, known } = fieldOf(world, thing.__typename, name);
    return [name, known ? joinedValue(world, owner, known, thing, {}) : null];
  });
  return Object.fromEntries(entries);
}

/**
 * By what an object is told apart from all others.
 *
 * @param type - whose field is asked for: a root type, an object type or an interface known as an object
 * @param thing - the object; nothing for a root
 */
export function ownerOf(type: string, thing: Partial<Thing> | undefined): string {
  if (thing?.n === undefined) return type;
  return `${type}:${thing.member ?? thing.__typename ?? ''}:${thing.n}`;
}
