import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { PlanError } from '../PlanError.ts';
import { responseKey } from '../pickRootFields.ts';

/** What a fetch selects. */
export interface FetchedSelections {
  /** Of the root. */
  readonly selectionSet: SelectionSetNode;
  /** Below each root field, by its response name. */
  readonly byKey: ReadonlyMap<string, SelectionSetNode>;
}

/**
 * Reads what the document of a fetch selects, with its named fragments put in their places.
 *
 * @param document - one operation with its fragments
 * @throws PlanError when it holds no operation
 */
export function entitySelections(document: DocumentNode): FetchedSelections {
  const operation = document.definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new PlanError('A fetch of the plan holds no operation');
  const fragments = new Map(
    document.definitions.flatMap((part): [string, FragmentDefinitionNode][] =>
      part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [],
    ),
  );
  const selectionSet = fragments.size === 0 ? operation.selectionSet : inlined(operation.selectionSet, fragments);
  const fields = selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection] : []));
  return {
    selectionSet,
    byKey: new Map(
      fields.flatMap((field): [string, SelectionSetNode][] =>
        field.selectionSet ? [[responseKey(field), field.selectionSet]] : [],
      ),
    ),
  };
}

function inlined(
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  return visit(selectionSet, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (!fragment) return undefined;
      const { typeCondition } = fragment;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: inlined(fragment.selectionSet, fragments) };
    },
  });
}
