import type { FlattenNodePathSegment, PlanNode } from '@graphql-hive/router-query-planner';
import { PlanError } from '../plan/PlanError.ts';
import { compileBatchFetch, compileFetch } from './compileFetch.ts';
import type { PlanTools } from './PlanTools.ts';
import type { Step } from './Run.ts';
import { inParallel, inSequence, onCondition } from './steps.ts';

/** A path of the planner, from the root of the answer. */
type PlanPath = readonly FlattenNodePathSegment[];

const ROOT: PlanPath = [];

/**
 * Compiles a plan into one step.
 *
 * @param node - as the planner gave it
 * @param tools - what the steps of this plan share
 * @throws PlanError for a node of a kind, or with a part, that the executor does not know
 */
export function compileNode(node: PlanNode, tools: PlanTools): Step {
  return compileAt(node, ROOT, tools);
}

function compileAt(node: PlanNode, path: PlanPath, tools: PlanTools): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, tools);
    case 'BatchFetch':
      return compileBatchFetch(node, path, tools);
    case 'Sequence':
      return inSequence(node.nodes.map((inner) => compileAt(inner, path, tools)));
    case 'Parallel':
      return inParallel(node.nodes.map((inner) => compileAt(inner, path, tools)));
    case 'Flatten':
      return compileAt(node.node, [...path, ...node.path], tools);
    case 'Condition':
      return onCondition(
        node.condition,
        node.ifClause && compileAt(node.ifClause, path, tools),
        node.elseClause && compileAt(node.elseClause, path, tools),
      );
    default:
      throw new PlanError(`The plan holds ${JSON.stringify(node.kind)}, which the executor does not know`);
  }
}
