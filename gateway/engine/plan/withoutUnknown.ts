import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner';
import { parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { TYPE_NAME } from './Normaliser.ts';

/**
 * The same plan, with documents that ask a department for nothing that it does not know: `widenShared` says that it does.
 *
 * @param node - of a plan for a widened graph
 * @param types - of the graph as it is
 */
export function withoutUnknown(node: PlanNode, types: DepartmentTypes): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((inner) => withoutUnknown(inner, types)) };
    case 'Flatten':
      return { ...node, node: withoutUnknown(node.node, types) as FetchNode };
    case 'Fetch':
    case 'BatchFetch':
      return { ...node, operation: knownPart(node.operation, node.serviceName, types) };
    default:
      return node;
  }
}

function knownPart(operation: string, service: string, types: DepartmentTypes): string {
  const info = new TypeInfo(types.schema);
  const document = visit(
    parse(operation, { noLocation: true }),
    visitWithTypeInfo(info, {
      InlineFragment: ({ typeCondition }) => {
        // Fragments stand in fragments: what counts is the field above them.
        const known = typeCondition && types.knownBehind(service, info.getParentType()?.name ?? '');
        return known && types.meeting(known, typeCondition.name.value).size === 0 ? null : undefined;
      },
      SelectionSet: { leave: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPE_NAME] } : undefined) },
    }),
  );
  return print(document);
}
