import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/** Selected field names and what is selected below each; all type conditions are taken together. */
export type Selection = ReadonlyMap<string, Selection>;

const cache = new WeakMap<readonly FieldNode[], Selection>();

/**
 * Reads which fields a query selects below the field being resolved.
 *
 * `@skip` and `@include` are not evaluated: a projection may be wider than needed, never narrower.
 * Remembered per field node, so that the fifty parents of a list cost one reading.
 *
 * @param info - what a resolver gets as its last argument
 */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const known = cache.get(info.fieldNodes);
  if (known !== undefined) return known;
  const selection = new Map<string, Map<string, never>>() as Map<string, Selection>;
  for (const node of info.fieldNodes) collect(node.selectionSet, info.fragments, selection);
  cache.set(info.fieldNodes, selection);
  return selection;
}

/**
 * Goes down a selection.
 *
 * @param selection - where to start
 * @param path - field names
 * @returns an empty selection where the path is not selected
 */
export function selectionAt(selection: Selection, ...path: readonly string[]): Selection {
  return path.reduce<Selection>((at, name) => at.get(name) ?? new Map<string, Selection>(), selection);
}

/**
 * Joins what a connection selects of its rows through `nodes` and through `edges.node`.
 *
 * @param selection - the selection below a connection field
 */
export function rowSelection(selection: Selection): Selection {
  return merged(selectionAt(selection, 'nodes'), selectionAt(selection, 'edges', 'node'));
}

function merged(one: Selection, other: Selection): Selection {
  const all = new Map(one);
  for (const [name, below] of other) all.set(name, merged(all.get(name) ?? new Map(), below));
  return all;
}

function collect(
  set: SelectionSetNode | undefined,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  into: Map<string, Selection>,
): void {
  for (const node of set?.selections ?? []) {
    if (node.kind === Kind.FIELD) {
      const below = (into.get(node.name.value) ?? new Map<string, Selection>()) as Map<string, Selection>;
      into.set(node.name.value, below);
      collect(node.selectionSet, fragments, below);
    } else {
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
      collect(inner?.selectionSet, fragments, into);
    }
  }
}
