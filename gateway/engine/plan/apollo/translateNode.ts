import type {
  FetchNode as ApolloFetch,
  PlanNode as ApolloNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import type {
  FetchNode,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { PlanError } from '../PlanError.ts';
import { translateRewrites } from './translateRewrites.ts';

/**
 * A plan of Apollo's planner in the nodes of the native one, which are those that the executor runs.
 *
 * @param node - as `@apollo/query-planner` gives it
 * @throws PlanError for a node that has no counterpart
 */
export function translateNode(node: NonNullable<QueryPlan['node']>): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return translateFetch(node);
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(translateNode) };
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.map(segmentOf), node: translateNode(node.node) };
    case 'Condition':
      return {
        kind: 'Condition',
        condition: node.condition,
        ...clause('ifClause', node.ifClause),
        ...clause('elseClause', node.elseClause),
      };
    default:
      throw new PlanError(`The plan holds ${JSON.stringify(node.kind)}, which the executor does not know`);
  }
}

function clause<Name extends 'ifClause' | 'elseClause'>(
  name: Name,
  node: ApolloNode | undefined,
): { readonly [Key in Name]?: PlanNode } {
  return node ? ({ [name]: translateNode(node) } as { readonly [Key in Name]?: PlanNode }) : {};
}

function translateFetch(node: ApolloFetch): FetchNode {
  if (node.contextRewrites?.length) throw new PlanError('The plan sets a context, which the executor does not know');
  const { serviceName, operation, operationName, operationKind, requires, variableUsages } = node;
  const inputRewrites = translateRewrites(node.inputRewrites);
  const outputRewrites = translateRewrites(node.outputRewrites);
  return {
    kind: 'Fetch',
    serviceName,
    operationKind,
    operation,
    ...(operationName === undefined ? {} : { operationName }),
    ...(variableUsages ? { variableUsages } : {}),
    ...(requires ? { requires: requires.map(translateSelection) } : {}),
    ...(inputRewrites.length > 0 ? { inputRewrites } : {}),
    ...(outputRewrites.length > 0 ? { outputRewrites } : {}),
  };
}

/** Apollo's planner means the name under which the value stands and is sent; where it differs, it is the alias. */
function translateSelection(selection: QueryPlanSelectionNode): RequiresSelection {
  const selections = selection.selections?.map(translateSelection);
  if (selection.kind === 'Field') {
    const { name, alias } = selection;
    if (alias !== undefined)
      throw new PlanError('A fetch of the plan requires an alias, which the executor does not know');
    return { kind: 'Field', name, ...(selections ? { selections } : {}) };
  }
  const { typeCondition } = selection;
  if (typeCondition === undefined)
    throw new PlanError('A fetch of the plan requires a fragment without a type, which the executor does not know');
  return { kind: 'InlineFragment', typeCondition, selections: selections ?? [] };
}

function segmentOf(segment: string | number): FlattenNodePathSegment {
  if (segment === '@') return '@';
  if (typeof segment !== 'string' || segment.includes('|'))
    throw new PlanError(`The plan holds the path segment ${segment}, which the executor does not know`);
  return { Field: segment };
}
