import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** The fragments of a document by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The root selections of an operation that are left when only some of its fields are kept.
 *
 * Fragments on the way to a root field become inline fragments, so their directives stay; those that hold nothing
 * any more disappear.
 *
 * @param selectionSet - of an operation
 * @param fragments - of its document
 * @param isKept - tells for a root field whether it stays
 * @returns `undefined` where no field is kept
 */
export function pickRootFields(
  selectionSet: SelectionSetNode,
  fragments: Fragments,
  isKept: (field: FieldNode) => boolean,
): SelectionSetNode | undefined {
  const selections = selectionSet.selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isKept(selection) ? [selection] : [];
    const inline = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const inner = inline && pickRootFields(inline.selectionSet, fragments, isKept);
    if (!inner) return [];
    return [{ kind: Kind.INLINE_FRAGMENT, directives: selection.directives ?? [], selectionSet: inner }];
  });
  return selections.length > 0 ? { kind: Kind.SELECTION_SET, selections } : undefined;
}

/**
 * The root fields of an operation in the order in which they stand, fragments followed.
 *
 * @param selectionSet - of an operation
 * @param fragments - of its document
 */
export function rootFields(selectionSet: SelectionSetNode, fragments: Fragments): readonly FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inline = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return inline ? rootFields(inline.selectionSet, fragments) : [];
  });
}

/**
 * The key under which a field stands in an answer.
 *
 * @param field - any field
 */
export function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
