import type { FieldRequiresNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import { typesBehind, type Coverage } from './Coverage.ts';
import { callOf } from './coverageOf.ts';
import type { DepartmentTypes } from './DepartmentTypes.ts';

/** What a department is told of objects. */
export interface Represented {
  /** What the fetch sends of them. */
  readonly requires: readonly RequiresSelection[];
  /** What is there to be sent. */
  readonly coverage: Coverage;
  /** Names of the object types that they are of. */
  readonly types: ReadonlySet<string>;
}

/**
 * Tells whether a department gets what a field of its own requires, with the arguments that its field set gives.
 *
 * @param all - types of the graph
 * @param required - the field set of `@requires`
 * @param represented - what it is told
 */
export function isRequirementMet(all: DepartmentTypes, required: SelectionSetNode, represented: Represented): boolean {
  return required.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return isFieldMet(all, selection, represented);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return true;
    const condition = selection.typeCondition?.name.value;
    const types = condition === undefined ? represented.types : all.meeting(represented.types, condition);
    return types.size === 0 || isRequirementMet(all, selection.selectionSet, { ...represented, types });
  });
}

function isFieldMet(all: DepartmentTypes, field: FieldNode, { requires, coverage, types }: Represented): boolean {
  const name = field.name.value;
  if (name === '__typename') return true;
  return [...types].every((type) => {
    const sent = sentFor(all, requires, type).filter((one) => (one.alias ?? one.name) === name);
    // Of several values that go by one name, only one arrives.
    const isOther = sent.some((one) => {
      const calls = coverage.fields.get(one.name)?.calls.get(type);
      return calls?.size !== 1 || !calls.has(callOf(field));
    });
    const isRight = sent.length > 0 && !isOther;
    if (!isRight || !field.selectionSet) return isRight;
    const inside = sent.flatMap(({ selections = [] }) => selections);
    const there = coverage.fields.get(sent[0]?.name ?? name);
    return (
      there !== undefined &&
      isRequirementMet(all, field.selectionSet, { requires: inside, coverage: there.inner, types: typesBehind(there) })
    );
  });
}

/** What is sent of objects of one type. */
function sentFor(
  all: DepartmentTypes,
  requires: readonly RequiresSelection[],
  type: string,
): readonly FieldRequiresNode[] {
  return requires.flatMap((selection): readonly FieldRequiresNode[] => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind !== 'InlineFragment' || !all.possible(selection.typeCondition).includes(type)) return [];
    return sentFor(all, selection.selections, type);
  });
}
