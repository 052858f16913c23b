import { Kind, visit, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { Operation } from './Operation.ts';
import type { Fragments } from './pickRootFields.ts';

/**
 * An operation with other root selections as a document of its own, with the fragments and variables that these use.
 *
 * Directives of the operation itself mean nothing to departments and are left out.
 *
 * @param operation - the whole operation
 * @param selectionSet - what is kept of it
 */
export function documentOf({ definition, fragments }: Operation, selectionSet: SelectionSetNode): DocumentNode {
  const used = new UsedNames(selectionSet, fragments);
  const variables = definition.variableDefinitions ?? [];
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...definition,
        directives: [],
        selectionSet,
        variableDefinitions: variables.filter(({ variable }) => used.variables.has(variable.name.value)),
      },
      ...[...fragments.values()].filter(({ name }) => used.fragments.has(name.value)),
    ],
  };
}

class UsedNames {
  readonly variables = new Set<string>();
  readonly fragments = new Set<string>();

  constructor(selectionSet: SelectionSetNode, fragments: Fragments) {
    this.#collect(selectionSet, fragments);
  }

  #collect(selectionSet: SelectionSetNode, fragments: Fragments): void {
    visit(selectionSet, {
      Variable: ({ name }) => {
        this.variables.add(name.value);
      },
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || this.fragments.has(name.value)) return;
        this.fragments.add(name.value);
        this.#collect(fragment.selectionSet, fragments);
      },
    });
  }
}
