import type { PlanNode } from '@graphql-hive/router-query-planner';
import {
  getNamedType,
  isAbstractType,
  Kind,
  parse,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
} from 'graphql';
import type { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { mapFetches } from './mapFetches.ts';
import { TYPE_NAME } from './Normaliser.ts';
import { responseKey } from './pickRootFields.ts';

/**
 * The same plan, with documents as departments take them: what they ask a department that it does not know, as `widenShared` says that it
 * does, or that can not be there, is left out (GraphQL, section 5.5.2.3, "Fragment spread is possible").
 *
 * Of an object that several departments answer, each is asked for the type: one that fails takes its own fields away and no others.
 *
 * @param node - of a plan
 * @param types - of the graph as it is
 */
export function mendFetches(node: PlanNode, types: DepartmentTypes): PlanNode {
  return mapFetches(node, (fetch) => ({ ...fetch, operation: mended(fetch.operation, fetch.serviceName, types) }));
}

function mended(operation: string, service: string, types: DepartmentTypes): string {
  const info = new TypeInfo(types.schema);
  const asked = parse(operation, { noLocation: true });
  const isTold = (field: string): boolean => {
    const type = info.getFieldDef()?.type;
    const parent = info.getParentType()?.name ?? '';
    return !type || !isAbstractType(getNamedType(type)) || types.holdersOf(parent, field).length < 2;
  };
  const document: DocumentNode = visit(
    asked,
    visitWithTypeInfo(info, {
      InlineFragment: ({ typeCondition }) => {
        // Fragments stand in fragments: what counts is the field above them.
        const parent = info.getParentType()?.name;
        if (!typeCondition || parent === undefined) return undefined;
        const known = types.knownBehind(service, parent) ?? new Set(types.possible(parent));
        return types.meeting(known, typeCondition.name.value).size === 0 ? null : undefined;
      },
      Field: { leave: (field) => (isTold(field.name.value) ? undefined : withTypeName(field)) },
      SelectionSet: { leave: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPE_NAME] } : undefined) },
    }),
  );
  if (document === asked) return operation;
  // A named fragment that nothing spreads any more may be of a type that the department does not know.
  const [whole = document] = Object.values(separateOperations(document));
  return print(whole);
}

function withTypeName(field: FieldNode): FieldNode | undefined {
  const { selections = [] } = field.selectionSet ?? {};
  if (selections.some(isTypeName)) return undefined;
  return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections: [TYPE_NAME, ...selections] } };
}

function isTypeName(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && responseKey(selection) === TYPE_NAME.name.value;
}
