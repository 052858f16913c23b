import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner';
import { parse, print, separateOperations, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { TYPE_NAME } from './Normaliser.ts';

/**
 * The same plan, with documents that ask a department for nothing that it does not know, as `widenShared` says that it does, or that can
 * not be there: departments take neither (GraphQL, section 5.5.2.3, "Fragment spread is possible").
 *
 * @param node - of a plan
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
  const asked = parse(operation, { noLocation: true });
  const document = visit(
    asked,
    visitWithTypeInfo(info, {
      InlineFragment: ({ typeCondition }) => {
        // Fragments stand in fragments: what counts is the field above them.
        const parent = info.getParentType()?.name;
        if (!typeCondition || parent === undefined) return undefined;
        const known = types.knownBehind(service, parent) ?? new Set(types.possible(parent));
        return types.meeting(known, typeCondition.name.value).size === 0 ? null : undefined;
      },
      SelectionSet: { leave: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPE_NAME] } : undefined) },
    }),
  );
  if (document === asked) return operation;
  // A named fragment that nothing spreads any more may be of a type that the department does not know.
  const [whole = document] = Object.values(separateOperations(document));
  return print(whole);
}
