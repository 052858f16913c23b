import { Kind, parse, type ConstDirectiveNode, type GraphQLField, type GraphQLSchema } from 'graphql';
import { ownFields, type CompositeType } from './ownTypes.ts';

/**
 * Tells whether a type can be reached through `_entities`.
 *
 * @param type - an object type or interface
 */
export function isEntity(type: CompositeType): boolean {
  return keysOf(type).length > 0;
}

/**
 * Tells whether a type belongs to another department: it is only ever extended here, or only referred to.
 *
 * The owner of an entity writes `type`, everybody else `extend type`, or `@key(resolvable: false)` for a mere reference.
 *
 * @param type - an object type or interface
 */
export function isForeign(type: CompositeType): boolean {
  const keys = keysOf(type);
  return keys.length > 0 && (type.astNode == null || keys.every((key) => argument(key, 'resolvable') === false));
}

/**
 * Lists the fields that this subgraph adds to a foreign entity; its keys and what it reads from elsewhere are not among them.
 *
 * @param type - an object type or interface
 */
export function contributedFields(type: CompositeType): GraphQLField<unknown, unknown>[] {
  if (!isForeign(type)) return [];
  const keys = new Set(keysOf(type).flatMap((key) => topFields(argument(key, 'fields'))));
  return ownFields(type).filter(
    ({ name, astNode }) =>
      !keys.has(name) && !astNode?.directives?.some((directive) => directive.name.value === 'external'),
  );
}

/**
 * Tells whether a type is one of the operations' root types.
 *
 * @param schema - the subgraph
 * @param type - an object type or interface
 */
export function isRoot(schema: GraphQLSchema, type: CompositeType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some((root) => root === type);
}

function keysOf(type: CompositeType): ConstDirectiveNode[] {
  return [type.astNode, ...type.extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter((directive) => directive.name.value === 'key');
}

function argument(directive: ConstDirectiveNode, name: string): string | boolean | undefined {
  const value = directive.arguments?.find((given) => given.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

function topFields(fieldSet: string | boolean | undefined): string[] {
  const [selection] = parse(`{${String(fieldSet)}}`).definitions;
  if (selection?.kind !== Kind.OPERATION_DEFINITION) return [];
  return selection.selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
}
