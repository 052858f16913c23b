import { hashOf } from './hashOf.ts';
import type { Field, World } from './World.ts';

/** One object of the data: its type and its number, from which every field follows. */
export interface Thing {
  readonly __typename: string;
  readonly n: number;
  /** The concrete type behind an interface that a subgraph knows as an object. */
  readonly member?: string;
  /** What the gateway said of it, in a representation. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** External leaves that may be asked of it, since a field that leads to it provides them. */
  readonly provided?: readonly string[];
}

/** What a value depends on besides its field. */
export interface Circumstances {
  /** Whose value it is. */
  readonly owner: string;
  /** Arguments with all defaults. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Values of the fields that it requires, in their order. */
  readonly required: readonly unknown[];
  /** The subgraph that is asked, if it is one. */
  readonly subgraph?: number;
}

/** How many objects there are of an entity. */
const ENTITIES = 4;

/**
 * The value of a field: the same wherever it is asked for.
 *
 * @param world - the types
 * @param field - which field
 * @param circumstances - what it depends on
 * @returns a leaf, a {@link Thing}, a list of them, or null where the type allows it
 */
export function valueOf(world: World, field: Field, circumstances: Circumstances): unknown {
  const { owner, args, required, subgraph } = circumstances;
  const seed = `${owner}.${field.name}(${canonical(args)})${canonical(required)}`;
  return valueAt(field.nonNull.length - 1, seed);

  function valueAt(level: number, path: string): unknown {
    if (!field.nonNull[level] && hashOf(path, 'null') % 5 === 0) return null;
    if (level === 0) return baseValue(world, field, path, subgraph);
    return Array.from({ length: hashOf(path, 'length') % 4 }, (_, at) => valueAt(level - 1, `${path}/${at}`));
  }
}

/**
 * A value as text that is equal for equal values, whatever the order of their keys.
 *
 * @param value - a JSON value
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function baseValue(world: World, field: Field, seed: string, subgraph: number | undefined): unknown {
  const hash = hashOf(seed);
  const { base, provides } = field;
  const among = namesBehind(world, base);
  const chosen = among[hash % Math.max(among.length, 1)] ?? base;
  const type = world.objects.get(chosen);
  if (!type) return world.enums.has(base) ? chosen : leafOf(base, hash);
  const thing = { __typename: chosen, n: hashOf(seed, 'n') % (type.kind === 'entity' ? ENTITIES : 1_000) };
  const object = world.faces.get(base)?.object;
  if (object && object.subgraph === subgraph) return { ...thing, __typename: base, member: chosen };
  return provides.length > 0 ? { ...thing, provided: provides } : thing;
}

/** What a value may be: one of an enum's values, or of an abstract type's members. */
function namesBehind(world: World, base: string): readonly string[] {
  return world.enums.get(base)?.names ?? world.unions.get(base)?.names ?? world.faces.get(base)?.members ?? [];
}

function leafOf(base: string, hash: number): unknown {
  if (base === 'Int') return hash % 1_000;
  if (base === 'Float') return (hash % 1_000) + 0.5;
  if (base === 'Boolean') return hash % 2 === 0;
  return `${base === 'ID' ? 'id' : 'text'}-${hash % 10_000}`;
}
