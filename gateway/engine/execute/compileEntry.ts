import type { FetchNode } from '@graphql-hive/router-query-planner';
import { Kind, parse, type FieldNode, type SelectionSetNode } from 'graphql';
import { isData, ownValue, type Data } from '../answer/Data.ts';
import { readFetch } from '../answer/MergeShape.ts';
import { compileRewrites } from '../answer/Rewrite.ts';
import { PlanError } from '../plan/PlanError.ts';
import { responseKey, type Fragments } from '../plan/pickRootFields.ts';
import type { PlanTools } from './PlanTools.ts';
import type { Step } from './Run.ts';

/**
 * Compiles the first fetch of a stage that goes on from entities: nobody is asked, since their keys are known.
 *
 * @param node - as the planner says it
 * @param tools - what the steps of this plan share
 * @throws PlanError when it asks for more than entities
 */
export function compileEntry(node: FetchNode, tools: PlanTools): Step {
  const { operation, fragments } = readFetch(parse(node.operation, { noLocation: true }));
  const [field, ...others] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length > 0)
    throw new PlanError('A stage of the plan begins with no entities');
  const { selectionSet } = field;
  const rewrites = compileRewrites(node.outputRewrites, tools.families);
  return (run) => {
    const answer = { [responseKey(field)]: (run.entries ?? []).map((entity) => pick(entity, selectionSet, fragments)) };
    for (const { apply } of rewrites) apply(answer);
    run.data = answer;
    return undefined;
  };
}

/** What a selection takes of a key; its conditions are left to those who read the answer. */
function pick(value: unknown, selectionSet: SelectionSetNode | undefined, fragments: Fragments): unknown {
  if (!selectionSet) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, selectionSet, fragments));
  if (!isData(value)) return value;
  const answer: Data = {};
  for (const field of fieldsOf(selectionSet, fragments)) {
    const part = pick(ownValue(value, field.name.value), field.selectionSet, fragments);
    if (part !== undefined) answer[responseKey(field)] = part;
  }
  return answer;
}

function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });
}
