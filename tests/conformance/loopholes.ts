import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { exceeds, OPEN_ACCESS, type Access } from '../../src/policy/Access.ts';
import { accessOf, type AccessMap } from '../../src/policy/accessOf.ts';
import { contributedFields } from '../../src/policy/entity.ts';
import { ownFields, ownTypes, type CompositeType } from '../../src/policy/ownTypes.ts';

/**
 * Names the coordinates that would give away what a stricter one keeps: an implementer's field below its interface's, a
 * connection or edge below its node, a field contributed to an entity below the entity itself, and a `@key`, `@requires` or `@provides`
 * that names a field above its own.
 *
 * @param schema - one department
 * @param levels - of all departments, since the others' fields may be named
 * @returns lines that begin with a schema coordinate, sorted
 */
export function loopholes(schema: GraphQLSchema, levels: AccessMap): string[] {
  const own = accessOf(schema);
  const of = (coordinate: string): Access => levels.get(coordinate) ?? OPEN_ACCESS;
  const mine = (coordinate: string): Access => own.get(coordinate) ?? OPEN_ACCESS;
  const found: string[] = [];
  const compare = (coordinate: string, level: Access, kept: string): void => {
    if (exceeds(of(kept), level)) found.push(`${coordinate} is more open than ${kept}`);
  };
  for (const type of ownTypes(schema)) {
    for (const { name } of ownFields(type)) {
      const field = `${type.name}.${name}`;
      for (const parent of type.getInterfaces())
        if (name in parent.getFields()) compare(field, mine(field), `${parent.name}.${name}`);
    }
    for (const { name } of contributedFields(type))
      compare(`${type.name}.${name}`, mine(`${type.name}.${name}`), type.name);
    for (const content of wrapped(type)) compare(type.name, mine(type.name), content);
    for (const [coordinate, kept] of namedFields(type)) compare(coordinate, mine(coordinate), kept);
  }
  return [...new Set(found)].sort();
}

/** What a connection or an edge shows the presence of. */
function wrapped(type: CompositeType): string[] {
  if (!/(Connection|Edge)$/.test(type.name)) return [];
  return ownFields(type)
    .filter(({ name }) => name === 'edges' || name === 'node' || name === 'nodes')
    .map((field) => getNamedType(field.type).name);
}

/** Pairs of a coordinate and a field that its federation directives name. */
function namedFields(type: CompositeType): [string, string][] {
  const typeNodes = [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
  return [
    ...fieldSets(typeNodes, 'key')
      .flatMap((set) => walk(set, type))
      .map((kept): [string, string] => [type.name, kept]),
    ...ownFields(type).flatMap((field) => {
      const nodes = field.astNode?.directives ?? [];
      const required = fieldSets(nodes, 'requires').flatMap((set) => walk(set, type));
      const returned = getNamedType(field.type);
      const provided = isObjectType(returned) ? fieldSets(nodes, 'provides').flatMap((set) => walk(set, returned)) : [];
      return [...required, ...provided].map((kept): [string, string] => [`${type.name}.${field.name}`, kept]);
    }),
  ];
}

function fieldSets(directives: readonly ConstDirectiveNode[], name: string): SelectionSetNode[] {
  return directives
    .filter((directive) => directive.name.value === name)
    .flatMap((directive) => {
      const value = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
      const [operation] = parse(`{${value?.kind === Kind.STRING ? value.value : '__typename'}}`).definitions;
      return operation?.kind === Kind.OPERATION_DEFINITION ? [operation.selectionSet] : [];
    });
}

function walk(set: SelectionSetNode, type: CompositeType): string[] {
  return set.selections.flatMap((node) => {
    const field = node.kind === Kind.FIELD ? type.getFields()[node.name.value] : undefined;
    if (!field || node.kind !== Kind.FIELD) return [];
    const next = getNamedType(field.type);
    const below = node.selectionSet && isObjectType(next) ? walk(node.selectionSet, next) : [];
    return [`${type.name}.${field.name}`, ...below];
  });
}
