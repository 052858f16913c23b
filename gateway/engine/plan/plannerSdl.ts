import { Kind, parse, print, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { argumentOf } from './argumentOf.ts';
import { isFielded, type FieldedDefinition } from './fieldedDefinition.ts';
import { namesIn, requiredNames } from './requiredNames.ts';

/**
 * The supergraph as the planner is given it: the same graph, said so that the planner does not stumble.
 *
 * The planner (0.0.38) ends the process where an entity has several keys and it comes back to a department for a
 * requirement: it takes a key of that department whether or not the place where it starts knows it. So where one key is
 * known to all departments that hold an entity, that is the only one it is told; from every department every other one
 * is reached by it. Elsewhere the keys that most departments know stand last, where the planner looks first, and
 * `@provides` of a required field is left out, which leads to the same mistake: providing saves a request and never
 * decides an answer.
 *
 * @param supergraphSdl - a composed Federation 2 graph
 * @param keys - `fewest` leaves to each department the key that most departments know, if it knows that one: some
 * departments are not reached any more, and what is planned among the others needs no second key
 */
export function plannerSdl(supergraphSdl: string, keys: 'common' | 'fewest' = 'common'): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const interfaceKeys = keysOfInterfaces(document);
  const reduced = document.definitions.map((part) => (isFielded(part) ? withFewKeys(part, interfaceKeys, keys) : part));
  const hasSeveral = reduced.some((part) => isFielded(part) && keysOf(part).length > 1);
  const required = hasSeveral ? requiredNames(document) : new Set<string>();
  const definitions = reduced.map((part) => (isFielded(part) ? withoutFragile(part, required) : part));
  return print({ ...document, definitions });
}

function keysOfInterfaces({ definitions }: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const interfaces = definitions.filter((part) => part.kind === Kind.INTERFACE_TYPE_DEFINITION);
  return new Map(interfaces.map((part) => [part.name.value, keysOf(part)]));
}

/** All distinct keys of a type. */
function keysOf({ directives = [] }: FieldedDefinition): readonly string[] {
  return [...new Set(directives.flatMap((directive) => keyOf(directive) ?? []))];
}

function keyOf(directive: ConstDirectiveNode): string | undefined {
  return directive.name.value === 'join__type' ? argumentOf(directive, 'key') : undefined;
}

function withFewKeys<Part extends FieldedDefinition>(
  part: Part,
  interfaceKeys: ReadonlyMap<string, readonly string[]>,
  wanted: 'common' | 'fewest',
): Part {
  const keys = keysOf(part);
  if (keys.length < 2) return part;
  const types = (part.directives ?? []).filter(({ name }) => name.value === 'join__type');
  const others = (part.directives ?? []).filter(({ name }) => name.value !== 'join__type');
  const common = keys.find((key) => isCommon(key, types));
  if (common === undefined) {
    const sorted = bestKnownLast(types);
    return { ...part, directives: [...(wanted === 'fewest' ? withoutSecond(sorted) : sorted), ...others] };
  }
  // An interface is known by the same key as its types.
  const kept = new Set([common, ...(part.interfaces ?? []).flatMap(({ name }) => interfaceKeys.get(name.value) ?? [])]);
  return { ...part, directives: [...types.filter((type) => kept.has(keyOf(type) ?? '')), ...others] };
}

/** Whether every department that holds the type knows it by this key, and finds it by this key if by any. */
function isCommon(key: string, types: readonly ConstDirectiveNode[]): boolean {
  const knowing = types.filter((type) => keyOf(type) === key);
  return types.every((type) => {
    const own = knowing.find((known) => argumentOf(known, 'graph') === argumentOf(type, 'graph'));
    return own !== undefined && (isResolvable(own) || !isResolvable(type));
  });
}

function isResolvable(type: ConstDirectiveNode): boolean {
  const value = type.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return value?.kind !== Kind.BOOLEAN || value.value;
}

function bestKnownLast(types: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] {
  const known = (type: ConstDirectiveNode): number => types.filter((other) => keyOf(other) === keyOf(type)).length;
  return types.toSorted((a, b) => known(a) - known(b));
}

/** Without the other keys of the departments that know the best known one. */
function withoutSecond(sorted: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] {
  const best = sorted.at(-1);
  const graphs = new Set(
    sorted.flatMap((type) => (best && keyOf(type) === keyOf(best) ? [argumentOf(type, 'graph')] : [])),
  );
  return sorted.filter((type) => keyOf(type) === (best && keyOf(best)) || !graphs.has(argumentOf(type, 'graph')));
}

function withoutFragile<Part extends FieldedDefinition>(part: Part, required: ReadonlySet<string>): Part {
  const fields = part.fields?.map((field) => {
    return { ...field, directives: (field.directives ?? []).map((directive) => withoutProvides(directive, required)) };
  });
  return fields && required.size > 0 ? { ...part, fields } : part;
}

function withoutProvides(directive: ConstDirectiveNode, required: ReadonlySet<string>): ConstDirectiveNode {
  const provided = argumentOf(directive, 'provides');
  if (provided === undefined || !namesIn(provided).some((name) => required.has(name))) return directive;
  return { ...directive, arguments: (directive.arguments ?? []).filter(({ name }) => name.value !== 'provides') };
}
