import type { Draft } from './Draft.ts';
import type { Face, Field, ObjectType, Required } from './World.ts';
import type { FieldGenome } from './WorldGenome.ts';

/**
 * Lets some fields of an entity require others of it, of other subgraphs, that stand before them.
 *
 * @param type - the entity
 * @param genomes - of its own fields, which stand last
 * @param values - the values, by name
 * @param draft - decides what the genomes leave open
 */
export function withRequires(
  type: ObjectType,
  genomes: readonly FieldGenome[],
  values: ReadonlyMap<string, ObjectType>,
  draft: Draft,
): ObjectType {
  const first = type.fields.length - genomes.length;
  const fields = type.fields.map((field, at) => {
    const feature = genomes[at - first]?.feature ?? 0;
    const [holder] = field.holders;
    if (feature < 17 || feature > 23 || holder === undefined || field.overriddenFrom !== undefined) return field;
    const candidates = type.fields.slice(0, at).filter((other) => isRequirable(other, holder, values));
    const isWanted = (other: Field) => isRich(other) || draft.choose(2, type.name, field.name, other.name) === 0;
    const wanted = candidates.filter(isWanted).toSorted(byRiches).slice(-2);
    return { ...field, requires: requiredOf(wanted.length > 0 ? wanted : candidates.slice(-1), field, values, draft) };
  });
  return { ...type, fields };
}

/**
 * Lets what a subgraph adds to an interface require a field of the interface.
 *
 * @param face - the interface
 * @param members - the object types behind it
 * @param values - the values, by name
 * @param draft - holds the genomes
 */
export function withObjectRequires(
  face: Face,
  members: readonly ObjectType[],
  values: ReadonlyMap<string, ObjectType>,
  draft: Draft,
): Face {
  if (!face.object) return face;
  const genomes = draft.genome.faces[Number(face.name.slice('Face'.length))]?.objectFields ?? [];
  const { subgraph, fields } = face.object;
  const isAtHome = (name: string) =>
    members.every((member) => member.fields.some((field) => field.name === name && field.holders.includes(face.home)));
  const own = (members[0]?.fields ?? []).filter(({ name }) => face.fields.includes(name) && isAtHome(name));
  const candidates = own.filter((field) => isRequirable(field, subgraph, values));
  const related = fields.map((field, at) => {
    const feature = genomes[at]?.feature ?? 0;
    return feature < 12 ? { ...field, requires: requiredOf(candidates.slice(0, 1), field, values, draft) } : field;
  });
  return { ...face, object: { subgraph, fields: related } };
}

/**
 * Lets some fields that lead to an entity provide a leaf of it that their subgraph does not hold.
 *
 * @param type - whose fields these are
 * @param entities - by name
 * @param draft - decides which
 */
export function withProvides(type: ObjectType, entities: ReadonlyMap<string, ObjectType>, draft: Draft): ObjectType {
  const fields = type.fields.map((field) => {
    const [holder] = field.holders;
    const target = entities.get(field.base);
    if (!target || holder === undefined || field.holders.length > 1 || field.overriddenFrom !== undefined) return field;
    if (draft.choose(5, type.name, field.name, 'provides') > 2) return field;
    const candidates = target.fields.filter((leaf) => isProvidable(leaf, holder, draft));
    const wanted = candidates.filter((leaf) => draft.choose(2, type.name, field.name, leaf.name) === 0);
    return { ...field, provides: (wanted.length > 0 ? wanted : candidates).slice(0, 2).map(({ name }) => name) };
  });
  return { ...type, fields };
}

/** Whether a field is worth requiring before others: it takes arguments, or there are fields in it. */
function isRich({ base, args }: Field): boolean {
  return args.length > 0 || !isLeaf(base);
}

/** Rich ones last. */
function byRiches(one: Field, other: Field): number {
  return Number(isRich(one)) - Number(isRich(other));
}

function isProvidable(leaf: Field, holder: number, draft: Draft): boolean {
  return (
    isLeaf(leaf.base) &&
    leaf.args.length === 0 &&
    leaf.requires.length === 0 &&
    leaf.overriddenFrom === undefined &&
    !leaf.holders.includes(holder) &&
    leaf.loosenedIn === undefined &&
    draft.isAllowed(holder, leaf.base)
  );
}

function isRequirable(field: Field, holder: number, values: ReadonlyMap<string, ObjectType>): boolean {
  const isReadable = isLeaf(field.base) || leavesOf(values.get(field.base)).length > 0;
  return (
    isReadable && !field.holders.includes(holder) && field.overriddenFrom !== holder && field.loosenedIn === undefined
  );
}

function requiredOf(
  fields: readonly Field[],
  requiring: Field,
  values: ReadonlyMap<string, ObjectType>,
  draft: Draft,
): Required[] {
  return fields
    .map((field) => {
      const mandatory = field.args.filter((arg) => arg.nonNull.at(-1) && arg.byDefault === undefined);
      const simple = field.args.filter((arg) => arg.base === 'Int' && arg.nonNull.length === 1 && !arg.inaccessible);
      const args = mandatory.every((arg) => simple.includes(arg)) ? simple : [];
      return {
        name: field.name,
        args: Object.fromEntries(args.map(({ name }) => [name, draft.choose(9, requiring.name, field.name, name)])),
        nested: leavesOf(values.get(field.base)).slice(0, 1 + draft.choose(2, requiring.name, 'leaves')),
      };
    })
    .filter(({ name, args }) =>
      isCallable(
        fields.find((field) => field.name === name),
        args,
      ),
    );
}

/** Whether a field set can name a field: every argument that has to be given is given. */
function isCallable(field: Field | undefined, args: Readonly<Record<string, unknown>>): boolean {
  return (field?.args ?? []).every((arg) => !arg.nonNull.at(-1) || arg.byDefault !== undefined || arg.name in args);
}

function leavesOf(value: ObjectType | undefined): string[] {
  return (value?.fields ?? []).filter((field) => isLeaf(field.base) && isCallable(field, {})).map(({ name }) => name);
}

function isLeaf(base: string): boolean {
  return !/^(?:Value|Entity|Face|Any)/.test(base);
}
