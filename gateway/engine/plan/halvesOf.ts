import { Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/**
 * Halves what is selected, at the first place where several things are: together both halves select the same.
 *
 * @param selectionSet - without named fragments
 * @returns nothing where a single leaf is selected
 */
export function halvesOf({ selections }: SelectionSetNode): readonly SelectionSetNode[] {
  const [only] = selections;
  if (selections.length > 1) {
    const middle = Math.ceil(selections.length / 2);
    return [setOf(selections.slice(0, middle)), setOf(selections.slice(middle))];
  }
  if (!only || only.kind === Kind.FRAGMENT_SPREAD || !only.selectionSet) return [];
  return halvesOf(only.selectionSet).map((half) => setOf([{ ...only, selectionSet: half }]));
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
