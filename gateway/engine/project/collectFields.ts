import { Kind, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { isIncluded } from '../plan/isIncluded.ts';
import type { Selecting } from '../plan/Normaliser.ts';
import { responseKey } from '../plan/pickRootFields.ts';

/** How the selections of a document are read for one request. */
export interface Reading extends Selecting {
  /**
   * Tells whether a fragment applies to objects of a type.
   *
   * @param typeName - of the objects
   * @param condition - the fragment's type condition
   */
  readonly satisfies: (typeName: string, condition: string) => boolean;
}

/** Nodes of one field, by response key, in the order in which the keys first occur. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Collects the fields of an object, as the specification's CollectFields does (GraphQL, section 6.3.2).
 *
 * @param selectionSets - all that select from the object, in document order
 * @param typeName - the object's type
 * @param reading - how
 */
export function collectFields(
  selectionSets: readonly SelectionSetNode[],
  typeName: string,
  reading: Reading,
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const { selections } of selectionSets) collect(selections, typeName, reading, { fields, visited });
  return fields;
}

interface Found {
  readonly fields: Map<string, FieldNode[]>;
  /** Fragments that were entered already: a second time adds nothing. */
  readonly visited: Set<string>;
}

function collect(selections: readonly SelectionNode[], typeName: string, reading: Reading, found: Found): void {
  for (const selection of selections) {
    if (!isIncluded(selection, reading.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = responseKey(selection);
      const nodes = found.fields.get(key);
      if (nodes) nodes.push(selection);
      else found.fields.set(key, [selection]);
      continue;
    }
    const fragment = fragmentOf(selection, reading, found);
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && (condition === undefined || reading.satisfies(typeName, condition))) {
      collect(fragment.selectionSet.selections, typeName, reading, found);
    }
  }
}

function fragmentOf(selection: Exclude<SelectionNode, FieldNode>, { fragments }: Reading, { visited }: Found) {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const name = selection.name.value;
  if (visited.has(name)) return undefined;
  visited.add(name);
  return fragments.get(name);
}
