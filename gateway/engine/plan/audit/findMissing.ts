import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import { responseKey } from '../pickRootFields.ts';
import { typesBehind, type Coverage } from './Coverage.ts';
import type { DepartmentTypes } from './DepartmentTypes.ts';

/**
 * Finds the first thing that is wanted at a place and not there.
 *
 * @param all - types of the graph
 * @param wanted - by response name
 * @param coverage - what is there
 * @param types - names of the object types for which it is wanted
 * @returns the response name and the type
 */
export function findMissing(
  all: DepartmentTypes,
  wanted: readonly RequiresSelection[],
  coverage: Coverage,
  types: ReadonlySet<string>,
): string | undefined {
  for (const selection of wanted) {
    const missing =
      selection.kind === 'Field'
        ? missingField(all, selection, coverage, types)
        : selection.kind === 'InlineFragment'
          ? findMissing(all, selection.selections, coverage, all.meeting(types, selection.typeCondition))
          : undefined;
    if (missing !== undefined) return missing;
  }
  return undefined;
}

function missingField(
  all: DepartmentTypes,
  { name, selections = [] }: Extract<RequiresSelection, { kind: 'Field' }>,
  coverage: Coverage,
  types: ReadonlySet<string>,
): string | undefined {
  const field = coverage.fields.get(name);
  for (const type of types) {
    const calls = field?.calls.get(type);
    if (!calls) return `${type}.${name} is not brought`;
    if (calls.size > 1) return `${type}.${name} stands for ${[...calls].join(' and ')}`;
  }
  // What is inside a required object says its type only where the planner asked for it.
  const inner = selections.filter((selection) => selection.kind !== 'Field' || selection.name !== '__typename');
  return field && types.size > 0 ? findMissing(all, inner, field.inner, typesBehind(field)) : undefined;
}

/**
 * What a caller selects, as a fetch says what it requires.
 *
 * @param selectionSet - normalised
 */
export function requiredSelections({ selections }: SelectionSetNode): RequiresSelection[] {
  return selections.flatMap((selection): RequiresSelection[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const inner = selection.selectionSet && requiredSelections(selection.selectionSet);
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === '__typename') return [];
      return [{ kind: 'Field', name: responseKey(selection), ...(inner ? { selections: inner } : {}) }];
    }
    const typeCondition = selection.typeCondition?.name.value;
    if (!inner) return [];
    return typeCondition === undefined ? inner : [{ kind: 'InlineFragment', typeCondition, selections: inner }];
  });
}
