import { Kind, parse, type ConstDirectiveNode, type DocumentNode, type SelectionSetNode } from 'graphql';

/**
 * The key by which most departments know each entity.
 *
 * @param supergraph - with its join directives
 * @returns by the names of object types
 */
export function entryKeys(supergraph: DocumentNode): ReadonlyMap<string, SelectionSetNode> {
  const keys = new Map<string, SelectionSetNode>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const key = mostFrequent((definition.directives ?? []).flatMap(resolvableKey));
    if (key !== undefined) keys.set(definition.name.value, selectionSetOf(key));
  }
  return keys;
}

/**
 * The string or word that a directive gives as an argument.
 *
 * @param directive - of a supergraph
 * @param name - of the argument
 */
export function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function resolvableKey(directive: ConstDirectiveNode): readonly string[] {
  if (directive.name.value !== 'join__type') return [];
  const resolvable = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  const key = argumentOf(directive, 'key');
  return key === undefined || (resolvable?.kind === Kind.BOOLEAN && !resolvable.value) ? [] : [key];
}

function mostFrequent(keys: readonly string[]): string | undefined {
  const counted = [...new Set(keys)].map((key) => ({ key, count: keys.filter((other) => other === key).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.key;
}

function selectionSetOf(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a key: ${fields}`);
  return definition.selectionSet;
}
