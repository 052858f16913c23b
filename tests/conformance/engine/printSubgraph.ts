import type { Face, Field, Input, NonNull, ObjectType, Required, View, World } from './World.ts';
import { declares } from './viewOf.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
  "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"])`;

/** The fields of which keys are made. */
const KEY_FIELDS: Readonly<Record<string, string>> = {
  id: 'id: ID!',
  code: 'code: Int!',
  k1: 'k1: String!',
  k2: 'k2: String!',
  ref: 'ref: KeyRef!',
};

/**
 * Prints what one subgraph declares.
 *
 * @param world - the graph
 * @param subgraph - its number
 */
export function printSubgraph(world: World, subgraph: number): string {
  const view = world.views[subgraph];
  if (!view) return LINK;
  const objects = [...world.objects.values()].filter(
    (type) => view.types.has(type.name) || (type.kind === 'root' && type.fields.some((one) => declares(one, subgraph))),
  );
  const names = (types: ReadonlyMap<string, { readonly name: string }>) =>
    [...types.keys()].filter((name) => view.types.has(name));
  const types = [
    ...objects.map((type) => printObject(world, type, subgraph, view)),
    ...names(world.faces).map((name) => printFace(world, name, subgraph, view)),
    ...names(world.unions).map((name) => `union ${name} = ${world.unions.get(name)?.names.join(' | ') ?? ''}`),
    ...names(world.enums).map((name) => printEnum(world, name)),
    ...names(world.inputs).map((name) => `input ${name} { ${printInputs(world.inputs.get(name)?.fields ?? [], ' ')} }`),
  ];
  const hasRef = types.some((text) => text.includes('KeyRef'));
  return [LINK, ...types, ...(hasRef ? ['type KeyRef @shareable { part: ID! }'] : [])].join('\n\n');
}

/**
 * Prints a type with its lists and non-null marks.
 *
 * @param base - the named type
 * @param nonNull - which levels are non-null
 */
export function printType(base: string, nonNull: NonNull): string {
  return nonNull.reduce(
    (inner, isNonNull, level) => `${level === 0 ? inner : `[${inner}]`}${isNonNull ? '!' : ''}`,
    base,
  );
}

/**
 * Prints a field set.
 *
 * @param required - its fields
 */
export function printRequired(required: readonly Required[]): string {
  return required
    .map(({ name, args, nested }) => {
      const given = Object.entries(args).map(([arg, value]) => `${arg}: ${JSON.stringify(value)}`);
      const called = given.length > 0 ? `${name}(${given.join(', ')})` : name;
      return nested.length > 0 ? `${called} { ${nested.join(' ')} }` : called;
    })
    .join(' ');
}

function printObject(world: World, type: ObjectType, subgraph: number, view: View): string {
  const faces = [...world.faces.values()].filter(
    ({ name, members }) => view.types.has(name) && members.includes(type.name),
  );
  const presence = view.entities.get(type.name);
  const keys = (presence?.keys ?? []).flatMap((key) => type.keys[key] ?? []);
  const lines = [...new Set(keys.flatMap(({ fields }) => fields))].map(
    (name) => `${KEY_FIELDS[name] ?? ''}${type.hidden.includes(name) ? ' @inaccessible' : ''}`,
  );
  const fields = type.fields.flatMap((field) => printField(field, type, subgraph, view));
  const directives = [
    ...keys.map(({ text }) => `@key(fields: "${text}"${presence?.resolvable === false ? ', resolvable: false' : ''})`),
    ...(type.kind === 'value' ? ['@shareable'] : []),
    ...(type.inaccessible ? ['@inaccessible'] : []),
  ];
  const implementing = faces.length > 0 ? ` implements ${faces.map(({ name }) => name).join(' & ')}` : '';
  return `type ${type.name}${implementing} ${directives.join(' ')} {\n  ${[...lines, ...fields].join('\n  ')}\n}`;
}

function printField(field: Field, type: ObjectType, subgraph: number, view: View): string[] {
  if (type.kind === 'value') return [`${signature(field)}${field.inaccessible ? ' @inaccessible' : ''}`];
  if (!declares(field, subgraph))
    return view.external.has(`${type.name}.${field.name}`) ? [`${signature(field)} @external`] : [];
  const nonNull = field.loosenedIn === subgraph ? [...field.nonNull.slice(0, -1), false] : field.nonNull;
  return [[signature({ ...field, nonNull }), ...directivesOf(field, subgraph)].join(' ')];
}

function directivesOf(field: Field, subgraph: number): string[] {
  const { holders, overriddenFrom: from, requires, provides } = field;
  const asHolder = [
    from === undefined ? '' : `@override(from: "${NAMES[from] ?? ''}")`,
    requires.length > 0 ? `@requires(fields: "${printRequired(requires)}")` : '',
    provides.length > 0 ? `@provides(fields: "${provides.join(' ')}")` : '',
  ];
  return [
    ...(holders.length > 1 ? ['@shareable'] : []),
    ...(holders.includes(subgraph) ? asHolder.filter((text) => text !== '') : []),
    ...(field.inaccessible && holders[0] === subgraph ? ['@inaccessible'] : []),
  ];
}

/** Names of the subgraphs, in order. */
export const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];

function printFace(world: World, name: string, subgraph: number, view: View): string {
  const face = world.faces.get(name);
  if (!face) return '';
  if (face.object?.subgraph === subgraph) return printFaceAsObject(world, face, subgraph, view);
  const members = face.members.flatMap((member) => (view.types.has(member) ? (world.objects.get(member) ?? []) : []));
  const shared = (members[0]?.fields ?? []).filter(
    (field) => face.fields.includes(field.name) && members.every((member) => isKnown(member, field.name, subgraph)),
  );
  const lines = [...(face.ofEntities ? ['id: ID!'] : []), ...shared.map(signature)];
  return `interface ${name}${face.object ? ' @key(fields: "id")' : ''} { ${lines.join('\n  ')} }`;
}

function isKnown(type: ObjectType, name: string, subgraph: number): boolean {
  return type.kind === 'value' || type.fields.some((field) => field.name === name && declares(field, subgraph));
}

function printFaceAsObject(world: World, face: Face, subgraph: number, view: View): string {
  const behind = world.objects.get(face.members[0] ?? '')?.fields ?? [];
  const external = behind.filter(({ name }) => view.external.has(`${face.name}.${name}`));
  const own = (face.object?.fields ?? []).map((field) =>
    [signature(field), ...directivesOf(field, subgraph)].join(' '),
  );
  const lines = ['id: ID!', ...external.map((field) => `${signature(field)} @external`), ...own];
  return `type ${face.name} @interfaceObject @key(fields: "id") {\n  ${lines.join('\n  ')}\n}`;
}

function signature({ name, args, base, nonNull }: Field): string {
  const called = args.length > 0 ? `${name}(${printInputs(args, ', ')})` : name;
  return `${called}: ${printType(base, nonNull)}`;
}

function printInputs(inputs: readonly Input[], separator: string): string {
  return inputs
    .map(({ name, base, nonNull, byDefault, inaccessible }) => {
      const standard = byDefault === undefined ? '' : ` = ${byDefault}`;
      return `${name}: ${printType(base, nonNull)}${standard}${inaccessible ? ' @inaccessible' : ''}`;
    })
    .join(separator);
}

function printEnum(world: World, name: string): string {
  const type = world.enums.get(name);
  const values = type?.names.map((value) => (type.inaccessible.includes(value) ? `${value} @inaccessible` : value));
  return `enum ${name} { ${values?.join(' ') ?? ''} }`;
}
