import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import { responseKey } from '../pickRootFields.ts';
import { typesBehind, type Coverage } from './Coverage.ts';
import { callOf, INTERFACE_NAME } from './coverageOf.ts';
import type { DepartmentTypes } from './DepartmentTypes.ts';

/** What is wanted. */
export type WantedSelection = RequiresSelection & {
  /** For a field: the call that has to stand there, where another could; any may, unless given. */
  readonly call?: string;
  /** For a field: the response names under which the object behind it has to say its own type, where it says one. */
  readonly typeNames?: readonly string[];
};

/** Under which objects say their types, unless they are asked to by another name as well. */
const TYPE_NAME = '__typename';

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
  wanted: readonly WantedSelection[],
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
  { name, call, typeNames = [], selections = [] }: Extract<WantedSelection, { kind: 'Field' }>,
  coverage: Coverage,
  types: ReadonlySet<string>,
): string | undefined {
  const field = coverage.fields.get(name);
  for (const type of types) {
    const calls = field?.calls.get(type);
    if (!calls) return `${type}.${name} is not brought`;
    if (!isRight(calls, name, call)) return `${type}.${name} stands for ${[...calls].join(' and ')}`;
  }
  if (!field || types.size === 0) return undefined;
  const behind = typesBehind(field);
  const vague = [...behind].find((type) => typeNames.some((one) => isVague(field.inner, one, type)));
  if (vague !== undefined) return `${vague} is known by an interface only`;
  // What is inside a required object says its type only where the planner asked for it.
  const inner = selections.filter((selection) => selection.kind !== 'Field' || selection.name !== TYPE_NAME);
  return findMissing(all, inner, field.inner, behind);
}

/** What is known of a type goes before the name of an interface. */
function isRight(calls: ReadonlySet<string>, name: string, call: string | undefined): boolean {
  return (calls.size === 1 || name === TYPE_NAME) && (call === undefined || calls.has(call));
}

/** Whether objects of a type say nothing more of it than the name of an interface. */
function isVague({ fields }: Coverage, typeName: string, type: string): boolean {
  const said = [typeName, TYPE_NAME].flatMap((name) => [...(fields.get(name)?.calls.get(type) ?? [])]);
  return said.length > 0 && said.every((call) => call === INTERFACE_NAME);
}

/**
 * What a caller selects, as a fetch says what it requires.
 *
 * A field without arguments is wanted as such: one that has some goes by a name of its own where it could be taken for another.
 *
 * @param selectionSet - normalised
 */
export function requiredSelections({ selections }: SelectionSetNode): WantedSelection[] {
  return selections.flatMap((selection): WantedSelection[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.FIELD) return selection.name.value === TYPE_NAME ? [] : [wantedField(selection)];
    const inner = requiredSelections(selection.selectionSet);
    const typeCondition = selection.typeCondition?.name.value;
    return typeCondition === undefined ? inner : [{ kind: 'InlineFragment', typeCondition, selections: inner }];
  });
}

function wantedField(field: FieldNode): WantedSelection {
  const { arguments: args = [], selectionSet } = field;
  return {
    kind: 'Field',
    name: responseKey(field),
    ...(args.length > 0 ? {} : { call: callOf(field) }),
    ...(selectionSet ? { selections: requiredSelections(selectionSet), typeNames: typeNamesIn(selectionSet) } : {}),
  };
}

/** A fragment is followed by the type of the object. */
function typeNamesIn({ selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((selection): readonly string[] => {
    if (selection.kind === Kind.FIELD) return selection.name.value === TYPE_NAME ? [responseKey(selection)] : [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    return selection.typeCondition ? [TYPE_NAME] : typeNamesIn(selection.selectionSet);
  });
}
