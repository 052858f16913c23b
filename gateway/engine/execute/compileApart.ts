import { parse } from 'graphql';
import { GatewayError } from '../../errors/GatewayError.ts';
import { isData, ownValue, type Data } from '../answer/Data.ts';
import { fieldOf, mergeShapeOf, readFetch, type MergeShape } from '../answer/MergeShape.ts';
import { mergeObject } from '../answer/mergeObject.ts';
import type { ResponsePath } from '../answer/TargetPath.ts';
import { callerKey } from '../plan/plannedKey.ts';
import type { ApartNode } from '../plan/PlannedNode.ts';
import { compileNode } from './compileNode.ts';
import type { PlanTools } from './PlanTools.ts';
import type { Run, Step } from './Run.ts';

/**
 * Compiles a part of an operation that is answered by itself: it runs on data of its own, of which only what the caller
 * selected goes to the answer.
 *
 * Parts ask departments for the same objects again. Where a list has become longer or shorter meanwhile, nobody can tell which of
 * its items belong together, so it is an error.
 *
 * @param node - as the planner says it
 * @param tools - what the steps of this plan share
 * @throws PlanError for a part of an unknown kind
 */
export function compileApart({ node, selections }: ApartNode, tools: PlanTools): Step {
  const inner = compileNode(node, tools);
  const { operation, fragments } = readFetch(parse(selections, { noLocation: true }));
  const shape = withTypeNames(mergeShapeOf(operation.selectionSet, fragments));
  const rules = { interfaces: tools.families.interfaces, isShared: true };
  return (run) => {
    const apart: Run = { ...run, data: undefined };
    const join = (): void => {
      run.data ??= {};
      if (!apart.data) return;
      dropUnequalLists(run, [run.data, apart.data], shape, []);
      mergeObject(run.data, apart.data, shape, rules);
    };
    const pending = inner(apart);
    if (pending) return pending.then(join);
    join();
    return undefined;
  };
}

/** An object's type is kept wherever it is told. */
function withTypeNames(shape: MergeShape): MergeShape {
  for (const { inner } of shape.fields) if (inner) withTypeNames(inner);
  fieldOf(shape, '__typename', false);
  return shape;
}

function dropUnequalLists(run: Run, pair: readonly [Data, Data], shape: MergeShape, place: ResponsePath): void {
  for (const { key, inner } of shape.fields) {
    if (!inner) continue;
    const values = pair.map((data) => ownValue(data, key));
    if (areEqual(run, values, inner, [...place, callerKey(key)])) continue;
    for (const data of pair) data[key] = null;
  }
}

/** Whether two values can be the same one, asked for twice; says of a list that it can not. */
function areEqual(run: Run, [one, other]: readonly unknown[], shape: MergeShape, place: ResponsePath): boolean {
  if (isData(one) && isData(other)) dropUnequalLists(run, [one, other], shape, place);
  if (!Array.isArray(one) || !Array.isArray(other)) return true;
  const items: readonly unknown[] = one;
  const others: readonly unknown[] = other;
  const isEqual =
    items.length === others.length &&
    items.every((item, index) => areEqual(run, [item, others[index]], shape, [...place, index]));
  if (items.length !== others.length) run.errors.push(new GatewayError('DATA_INCOMPLETE', {}, { path: place }));
  return isEqual;
}
