import type { Draft } from './Draft.ts';
import type { Face, Field, ObjectType, Presence, View, World } from './World.ts';

type Types = Omit<World, 'views'>;

/**
 * What one subgraph has to declare: its own fields, and every type that these lead to.
 *
 * @param world - all types
 * @param subgraph - which
 * @param draft - decides which keys the subgraph knows
 */
export function viewOf(world: Types, subgraph: number, draft: Draft): View {
  const types = new Set<string>();
  const external = new Set<string>();
  const add = (name: string) => {
    if (types.has(name) || !isNamed(world, name)) return;
    types.add(name);
    for (const next of followers(world, name, subgraph)) add(next);
  };
  const declare = (type: string, field: Field) => {
    [type, field.base, ...field.args.map(({ base }) => base)].forEach(add);
  };
  const require = (type: string, field: Field) => {
    const fields = fieldsBehind(world, type);
    for (const { name } of field.requires) {
      external.add(`${type}.${name}`);
      for (const needed of fields.filter((other) => other.name === name)) declare(type, needed);
    }
    for (const name of field.provides) {
      external.add(`${field.base}.${name}`);
      for (const leaf of fieldsBehind(world, field.base).filter((other) => other.name === name))
        declare(field.base, leaf);
    }
  };
  for (const [type, field] of ownFields(world, subgraph)) {
    declare(type, field);
    if (field.holders.includes(subgraph)) require(type, field);
  }
  for (const type of homes(world, subgraph)) add(type);
  for (const face of partly(world, subgraph, types)) types.add(face.name);
  const entities = [...world.objects.values()].filter(({ kind, name }) => kind === 'entity' && types.has(name));
  return {
    types,
    external,
    entities: new Map(entities.map((type) => [type.name, presenceOf(world, type, subgraph, draft)])),
  };
}

/** The fields that a subgraph declares as its own, with the type that each belongs to. */
function ownFields(world: Types, subgraph: number): [string, Field][] {
  const ofObjects = [...world.objects.values()].flatMap(({ name, fields }) =>
    fields.filter((one) => declares(one, subgraph)).map((field): [string, Field] => [name, field]),
  );
  const ofFaces = [...world.faces.values()].flatMap(({ name, object }) =>
    object?.subgraph === subgraph ? object.fields.map((field): [string, Field] => [name, field]) : [],
  );
  return [...ofObjects, ...ofFaces];
}

/** The types that a subgraph knows whether or not it has a field of them. */
function homes(world: Types, subgraph: number): string[] {
  const entities = [...world.objects.values()].filter(({ owner }) => owner === subgraph);
  const faces = [...world.faces.values()].filter(
    ({ home, object }) => home === subgraph || object?.subgraph === subgraph,
  );
  return [...entities, ...faces].map(({ name }) => name);
}

/**
 * Whether a subgraph declares a field as its own, though perhaps another took it over.
 *
 * @param field - of any type but a value
 * @param subgraph - which
 */
export function declares(field: Field, subgraph: number): boolean {
  return field.holders.includes(subgraph) || field.overriddenFrom === subgraph;
}

function isNamed(world: Types, name: string): boolean {
  return [world.objects, world.faces, world.unions, world.enums, world.inputs].some((types) => types.has(name));
}

/** What a type cannot be declared without. */
function followers(world: Types, name: string, subgraph: number): readonly string[] {
  const type = world.objects.get(name);
  if (type?.kind === 'value') return type.fields.flatMap(({ base, args }) => [base, ...args.map((arg) => arg.base)]);
  const face = world.faces.get(name);
  if (face) return face.object?.subgraph === subgraph ? [] : face.members;
  return world.unions.get(name)?.names ?? world.inputs.get(name)?.fields.map(({ base }) => base) ?? [];
}

function fieldsBehind(world: Types, type: string): readonly Field[] {
  const face = world.faces.get(type);
  return world.objects.get(type)?.fields ?? world.objects.get(face?.members[0] ?? '')?.fields ?? [];
}

/** Interfaces that a subgraph knows with a part of their members only: it holds their fields for these. */
function partly(world: Types, subgraph: number, types: ReadonlySet<string>): Face[] {
  return [...world.faces.values()].filter(
    (face) =>
      !face.object &&
      face.ofEntities &&
      !types.has(face.name) &&
      face.members.some((member) =>
        world.objects.get(member)?.fields.some((one) => face.fields.includes(one.name) && declares(one, subgraph)),
      ),
  );
}

function presenceOf(world: Types, type: ObjectType, subgraph: number, draft: Draft): Presence {
  const choose: Draft['choose'] = (of, ...words) => draft.choose(of, ...words);
  const all = type.keys.map((_, key) => key);
  if (type.owner === subgraph) return { keys: all, resolvable: true };
  const faces = [...world.faces.values()].filter(({ members }) => members.includes(type.name));
  const some = all.filter((key) => choose(2, type.name, subgraph, key) === 0);
  const chosen = some.length > 0 ? some : [choose(all.length, type.name, subgraph, 'key')];
  const keys = faces.length > 0 ? [...new Set([0, ...chosen])] : chosen;
  const isHeld = type.fields.some((field) => declares(field, subgraph)) || faces.some(({ object }) => object);
  return { keys, resolvable: isHeld || choose(2, type.name, subgraph, 'resolvable') === 0 };
}
