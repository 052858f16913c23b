import { Kind, print, type FieldNode, type SelectionSetNode } from 'graphql';
import { responseKey } from '../pickRootFields.ts';
import { addBehind, Coverage } from './Coverage.ts';
import type { DepartmentTypes } from './DepartmentTypes.ts';

/** What is given on one way only. */
type Provided = readonly FieldNode[];

/** Stands for the name of an interface, which a department that knows this as an object gives for the type of its objects. */
export const INTERFACE_NAME = '__typename() of an interface object';

/** What is asked for. */
export interface Fetched {
  /** As plans name the department. */
  readonly service: string;
  /** Without named fragments. */
  readonly selectionSet: SelectionSetNode;
  /** Names of the object types from which it selects. */
  readonly from: ReadonlySet<string>;
}

/**
 * What a selection brings.
 *
 * @param types - of the graph
 * @param fetched - what is asked for
 * @param onRefused - is told the coordinate of each field that the department does not answer where it is asked
 */
export function coverageOf(
  types: DepartmentTypes,
  { service, selectionSet, from }: Fetched,
  onRefused: (coordinate: string) => void,
): Coverage {
  const withheld = new Map<Coverage, Set<string>>();
  /** What one way to an object provides and another does not is not there for all of them. */
  const isWithheld = (coverage: Coverage, [key, parent]: readonly [string, string], isHeld: boolean): boolean => {
    const known = withheld.get(coverage) ?? new Set();
    if (!isHeld) {
      withheld.set(coverage, known.add(`${key} ${parent}`));
      coverage.fields.get(key)?.calls.delete(parent);
    }
    return known.has(`${key} ${parent}`);
  };
  const add = (coverage: Coverage, set: SelectionSetNode, parents: ReadonlySet<string>, provided: Provided): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        for (const parent of parents) addField(coverage, selection, parent, provided);
      }
      if (selection.kind !== Kind.INLINE_FRAGMENT) continue;
      const condition = selection.typeCondition?.name.value;
      const met = condition === undefined ? parents : types.meeting(parents, condition);
      add(coverage, selection.selectionSet, met, provided);
    }
  };
  const addField = (coverage: Coverage, field: FieldNode, parent: string, provided: Provided): void => {
    const name = field.name.value;
    const given = provided.filter((one) => one.name.value === name);
    const isHeld = given.length > 0 || types.holds(service, parent, name);
    if (!isHeld) onRefused(`${parent}.${name}`);
    if (isWithheld(coverage, [responseKey(field), parent], isHeld)) return;
    // Only entities that are asked for by their keys come with what their fields require; there the auditor looks after it.
    const isGiven = (required: string): boolean =>
      provided.some((one) => one.name.value === required) || types.holds(service, parent, required);
    if (coverage !== whole && !fieldsIn(types.required(service, parent, name)).every((one) => isGiven(one.name.value)))
      return;
    const covered = coverage.at(responseKey(field));
    const isInterface = name === '__typename' && types.facesOf(service, parent).length > 0;
    const call = isInterface ? INTERFACE_NAME : callOf(field);
    covered.calls.set(parent, new Set([...(covered.calls.get(parent) ?? []), call]));
    if (!field.selectionSet) return;
    const behind = types.behind(service, parent, name);
    addBehind(covered, parent, behind);
    const sets = [types.provided(service, parent, name), ...given.map(({ selectionSet: inner }) => inner)];
    add(covered.inner, field.selectionSet, behind, sets.flatMap(fieldsIn));
  };
  const whole = new Coverage();
  add(whole, selectionSet, from, []);
  return whole;
}

/** The fields of a provision, whatever the types of its fragments. */
function fieldsIn(set: SelectionSetNode | undefined): Provided {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsIn(selection.selectionSet) : [];
  });
}

/**
 * A field with its arguments, as text that is the same wherever it means the same.
 *
 * @param field - of a document or a field set
 */
export function callOf({ name, arguments: args = [] }: FieldNode): string {
  return `${name.value}(${args.map(print).toSorted().join(', ')})`;
}
