import { Kind, visit, type InlineFragmentNode } from 'graphql';
import { allFields } from './allFields.ts';
import { conditionsOf, isExcluded } from './conditionsOf.ts';
import type { CaseOutcome } from './runCase.ts';
import type { Field, Required, World } from './World.ts';

/** Whether the department that holds a field knows the interface behind it as an object. */
export function leadsToObject(world: World, { base, holders }: Field): boolean {
  const object = world.faces.get(base)?.object;
  return object !== undefined && holders.includes(object.subgraph);
}

/** Whether callers do not see the type of some object behind a field. */
export function mayBeHidden({ faces, objects }: World, { base }: Field): boolean {
  return faces.get(base)?.members.some((member) => objects.get(member)?.inaccessible) ?? false;
}

/** What the fields that a document asks for require. */
export function touchedRequirements({ world, touched }: CaseOutcome): Required[] {
  const names = new Set(touched.map((coordinate) => coordinate.slice(coordinate.indexOf('.') + 1)));
  return allFields(world).flatMap(({ name, requires }) => (names.has(name) ? requires : []));
}

/** Whether a required field is asked for with other arguments as well: by the caller, or by another requirement. */
export function isAskedOtherwise(
  { question, touched }: CaseOutcome,
  { name, args }: Required,
  all: readonly Required[],
) {
  return (
    new RegExp(`\\b${name}\\(`).test(question.text) ||
    (Object.keys(args).length > 0 && touched.some((coordinate) => coordinate.endsWith(`.${name}`))) ||
    all.some((other) => other.name === name && JSON.stringify(other.args) !== JSON.stringify(args))
  );
}

/** Fields that are required in some way, with all whose values follow from them. */
export function affectedBy(world: World, isSuch: (required: Required) => boolean): ReadonlySet<string> {
  const fields = allFields(world);
  const names = new Set(fields.flatMap(({ requires }) => requires.filter(isSuch).map(({ name }) => name)));
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const { name, requires } of fields) if (requires.some((one) => names.has(one.name))) names.add(name);
  }
  return names;
}

/** Names of what a field requires. */
export function requiredBy(world: World, name: string): string[] {
  return fieldsNamed(world, name).flatMap(({ requires }) => requires.map((one) => one.name));
}

/** Fields of one name; of different types where several have one. */
export function fieldsNamed(world: World, name: string): Field[] {
  return allFields(world).filter((field) => field.name === name);
}

/** Fields of the types and departments in which a document asks for a field that requires something. */
export function besideRequiring({ world, touched }: CaseOutcome): ReadonlySet<string> {
  const asked = new Set(touched.map((coordinate) => coordinate.slice(coordinate.indexOf('.') + 1)));
  const objects = [...world.faces.values()].flatMap(({ object }) => object ?? []);
  const types = [...world.objects.values(), ...objects.map(({ fields }) => ({ fields, keys: [] }))];
  const names = types.flatMap(({ fields, keys }) => {
    const requiring = fields.filter(({ name, requires }) => requires.length > 0 && asked.has(name));
    const holders = new Set(requiring.flatMap((field) => field.holders));
    if (requiring.length === 0) return [];
    const beside = fields.filter((field) => field.holders.some((holder) => holders.has(holder)));
    return [...beside.map(({ name }) => name), ...keys.flatMap((key) => key.fields)];
  });
  return new Set(names);
}

/** Fields whose department knows the interface behind them as an object. */
export function leadingToObjects(world: World): ReadonlySet<string> {
  return new Set(allFields(world).flatMap((field) => (leadsToObject(world, field) ? [field.name] : [])));
}

/** Fields of the members of all unions that a document names in fragments. */
export function belowUnions({ world, question }: CaseOutcome): ReadonlySet<string> {
  const unions = [...world.unions.values()].filter(({ name }) => new RegExp(`on ${name}\\b`).test(question.text));
  const members = unions.flatMap(({ names }) => names.flatMap((name) => world.objects.get(name)?.fields ?? []));
  return new Set(members.map(({ name }) => name));
}

/** Names of what a document asks for in fragments on types on which other fragments are left out. */
export function besideExcluded({ question }: CaseOutcome): ReadonlySet<string> {
  const conditions = conditionsOf(question);
  const fragments: InlineFragmentNode[] = [];
  visit(question.document, { InlineFragment: (fragment) => void fragments.push(fragment) });
  const excluded = fragments.filter((fragment) => isExcluded(fragment, conditions)).map(conditionName);
  const kept = fragments.filter((fragment) => excluded.includes(conditionName(fragment)));
  const selections = kept.flatMap(({ selectionSet }) => selectionSet.selections);
  return new Set(selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : [])));
}

function conditionName({ typeCondition }: InlineFragmentNode): string | undefined {
  return typeCondition?.name.value;
}
