import { Kind, parse, type SelectionSetNode } from 'graphql';

/**
 * The fields that a field set of federation selects, those in inline fragments included, those of their objects not.
 *
 * @param fieldSet - of a key, requirement or provision
 */
export function fieldNames(fieldSet: string): readonly string[] {
  return namesIn(readFieldSet(fieldSet));
}

/**
 * Parses a field set.
 *
 * @param fieldSet - of a key, requirement or provision
 */
export function readFieldSet(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a field set: ${fieldSet}`);
  return definition.selectionSet;
}

function namesIn({ selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? namesIn(selection.selectionSet) : [];
  });
}
