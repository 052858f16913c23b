import { GraphQLError } from 'graphql';
import { completeArgs } from './completeArgs.ts';
import { ANYWHERE, hit, type Failure, type Run } from './Failure.ts';
import { ownerOf, requiredValue } from './joinedValue.ts';
import { keyValue, thingOf } from './keyValue.ts';
import { valueOf, type Thing } from './valueOf.ts';
import { declares } from './viewOf.ts';
import type { Face, Field, ObjectType, View, World } from './World.ts';

type Resolver = (parent: Thing, args: Record<string, unknown>, run: Run) => unknown;
type Reference = (representation: Record<string, unknown>, run: Run) => Thing | null | Promise<never>;

/** Resolvers as `buildSubgraphSchema` takes them. */
export type Resolvers = Record<string, Record<string, Resolver | Reference | ((thing: Thing) => string)>>;

/** Kinds of failures that hit a field. */
const AT_FIELDS = new Set(['throws', 'coded', 'nulls']);

/**
 * The resolvers of one subgraph. They throw where the gateway asks for what the subgraph cannot or may not answer.
 *
 * @param world - the graph
 * @param subgraph - its number
 */
export function subgraphResolvers(world: World, subgraph: number): Resolvers {
  const view = world.views[subgraph];
  if (!view) return {};
  const at = { world, subgraph, view };
  const objects = [...world.objects.values()].flatMap((type): [string, Resolvers[string]][] => {
    const isRoot = type.kind === 'root' && type.fields.some((field) => declares(field, subgraph));
    return isRoot || view.types.has(type.name) ? [[type.name, objectResolvers(at, type)]] : [];
  });
  const faces = [...world.faces.values()].flatMap((face): [string, Resolvers[string]][] =>
    view.types.has(face.name) ? [[face.name, faceResolvers(at, face)]] : [],
  );
  const unions = [...world.unions.keys()].flatMap((name): [string, Resolvers[string]][] =>
    view.types.has(name) ? [[name, { __resolveType: (thing: Thing) => thing.__typename }]] : [],
  );
  return Object.fromEntries([...objects, ...faces, ...unions]);
}

interface At {
  readonly world: World;
  readonly subgraph: number;
  readonly view: View;
}

function objectResolvers(at: At, type: ObjectType): Resolvers[string] {
  const presence = at.view.entities.get(type.name);
  const keys = (presence?.keys ?? []).flatMap((key) => type.keys[key] ?? []).map(({ fields }) => fields);
  const isDeclared = ({ name }: Field) => at.view.external.has(`${type.name}.${name}`);
  const fields = type.fields.filter(
    (field) => type.kind === 'value' || declares(field, at.subgraph) || isDeclared(field),
  );
  return {
    ...Object.fromEntries(fields.map((field) => [field.name, fieldResolver(at, type.name, field)])),
    ...keyResolvers(keys.flat()),
    ...(presence ? { __resolveReference: reference(at, presence.resolvable ? keys : [], false) } : {}),
  };
}

function faceResolvers(at: At, face: Face): Resolvers[string] {
  if (face.object?.subgraph !== at.subgraph) {
    const resolved = face.object ? { __resolveReference: reference(at, [['id']], true) } : {};
    return { __resolveType: (thing: Thing) => thing.__typename, ...resolved };
  }
  const behind = at.world.objects.get(face.members[0] ?? '')?.fields ?? [];
  const fields = [...face.object.fields, ...behind.filter(({ name }) => at.view.external.has(`${face.name}.${name}`))];
  return {
    ...Object.fromEntries(fields.map((field) => [field.name, fieldResolver(at, face.name, field)])),
    ...keyResolvers(['id']),
    __resolveReference: reference(at, [['id']], false),
  };
}

function keyResolvers(names: readonly string[]): Record<string, Resolver> {
  return Object.fromEntries(names.map((name) => [name, (thing: Thing) => keyValue(thing, name)]));
}

function reference({ subgraph }: At, keys: readonly (readonly string[])[], isAbstract: boolean): Reference {
  return (representation, run) => {
    const thing = thingOf(representation, keys);
    const found = isAbstract ? { ...thing, __typename: thing.member ?? thing.__typename } : thing;
    const failure = hit(
      run,
      ({ kind, half, ...its }) =>
        (kind === 'misses' || kind === 'refuses') &&
        (its.subgraph === subgraph || its.subgraph === ANYWHERE) &&
        its.type === (thing.member ?? thing.__typename) &&
        (half ? thing.n % 2 === 1 : true),
    );
    if (failure?.kind === 'misses') return null;
    // Thrown at once, it would take all entities of the fetch with it.
    if (failure) return Promise.reject(new GraphQLError('refused', { extensions: { code: 'REFUSED', n: thing.n } }));
    return found;
  };
}

function fieldResolver(at: At, type: string, field: Field): Resolver {
  const { world, subgraph, view } = at;
  const isExternal = view.external.has(`${type}.${field.name}`) && !declares(field, subgraph);
  return (parent, args, run) => {
    if (type === 'Mutation') run.mutations.push(field.name);
    const failure = hit(run, (one) => hits(one, at, type, field, parent));
    if (failure) return fail(failure);
    if (field.overriddenFrom === subgraph) throw new Error(`${type}.${field.name} has been overridden`);
    if (isExternal && !parent.provided?.includes(field.name)) {
      if (parent.given && field.name in parent.given) return parent.given[field.name];
      throw new Error(`${type}.${field.name} is external`);
    }
    const owner = ownerOf(type, parent);
    const required = requiredIn(world, parent, field);
    return valueOf(world, field, { owner, args: completeArgs(world, field.args, args), required, subgraph });
  };
}

function hits(failure: Failure, { subgraph }: At, type: string, field: Field, parent: Thing | undefined): boolean {
  const { kind, half } = failure;
  const isHere = failure.subgraph === subgraph && failure.field === field.name && failure.type === type;
  if (!isHere || !AT_FIELDS.has(kind)) return false;
  const isSpared = half && parent !== undefined && parent.n % 2 === 0;
  return !isSpared && (kind !== 'nulls' || isNeverNull(field, subgraph));
}

function isNeverNull({ nonNull, loosenedIn }: Field, subgraph: number): boolean {
  return nonNull.at(-1) === true && loosenedIn !== subgraph;
}

function fail({ kind, field }: Failure): null {
  if (kind === 'nulls') return null;
  if (kind === 'throws') throw new Error(`${field} failed`);
  throw new GraphQLError(`${field} failed`, { extensions: { code: 'TEAPOT', details: { field } } });
}

/** The values of the required fields: from the representation, or at hand where they are provided. */
function requiredIn(world: World, parent: Thing | undefined, field: Field): unknown[] {
  return field.requires.map((one) => {
    const { name, nested } = one;
    if (parent?.provided?.includes(name)) return requiredValue(world, one, parent);
    const given = parent?.given?.[name];
    if (given === undefined) throw new Error(`${field.name} requires ${name}, which was not given`);
    return nested.length > 0 ? picked(given, nested) : given;
  });
}

function picked(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => picked(item, names));
  if (typeof value !== 'object' || value === null) return null;
  const entries = new Map(Object.entries(value));
  const missing = names.find((name) => !entries.has(name));
  if (missing !== undefined) throw new Error(`A required field lacks ${missing}`);
  return Object.fromEntries(names.map((name) => [name, entries.get(name)]));
}
