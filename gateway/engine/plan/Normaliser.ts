import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isUnionType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLCompositeType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import type { Operation } from './Operation.ts';
import { responseKey } from './pickRootFields.ts';
import { PlanError } from './PlanError.ts';
import { plannedKey } from './plannedKey.ts';

const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Whether a selection is made for every request, for none, or as variables say. */
type Inclusion = 'always' | 'never' | readonly DirectiveNode[];

/**
 * Rewrites an operation into a form that means the same and that the planner can plan.
 *
 * Named fragments become inline ones. What is never selected is left out; what is always selected loses its
 * condition. A condition on an interface or union becomes one on each object type that can stand there, or none where
 * all can: a department may know the objects without the interface, and the planner fails on a condition that the
 * department does not know (0.0.38 even ends the process). Where a type may be hidden from callers, it is asked for.
 * Fields whose names would be taken for others get names of their own.
 */
export class Normaliser {
  readonly #supergraph: Supergraph;

  /**
   * @param supergraph - its types decide which conditions can be met
   */
  constructor(supergraph: Supergraph) {
    this.#supergraph = supergraph;
  }

  /**
   * Rewrites one operation.
   *
   * @param operation - validated
   * @returns without named fragments
   */
  normalise({ definition, fragments }: Operation): Operation {
    const root = this.#supergraph.apiSchema.getRootType(definition.operation);
    if (!root) throw new PlanError(`The graph has no ${definition.operation}`);
    const selections = this.#selections(definition.selectionSet, root, fragments);
    return {
      definition: { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections } },
      fragments: new Map(),
    };
  }

  #selections(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    fragments: Operation['fragments'],
  ): readonly SelectionNode[] {
    return selections.flatMap((selection): readonly SelectionNode[] => {
      const inclusion = inclusionOf(selection.directives);
      if (inclusion === 'never') return [];
      const directives = inclusion === 'always' ? [] : inclusion;
      if (selection.kind === Kind.FIELD)
        return [{ ...this.#field(this.#named(selection), parent, fragments), directives }];
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) return [];
      return this.#fragment({ ...fragment, kind: Kind.INLINE_FRAGMENT, directives }, parent, fragments);
    });
  }

  #named(field: FieldNode): FieldNode {
    const key = responseKey(field);
    const planned = plannedKey(key, field, this.#supergraph.needed);
    return planned === key ? field : { ...field, alias: { kind: Kind.NAME, value: planned } };
  }

  #field(field: FieldNode, parent: GraphQLCompositeType, fragments: Operation['fragments']): FieldNode {
    if (!field.selectionSet || field.name.value.startsWith('__')) return field;
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (!isCompositeType(type)) throw new PlanError(`There is no field ${field.name.value} on ${parent.name}`);
    const selections = this.#selections(field.selectionSet, type, fragments);
    const isAsked = selections.length > 0 && !this.#supergraph.veiled.has(type.name);
    return {
      ...field,
      selectionSet: { kind: Kind.SELECTION_SET, selections: isAsked ? selections : [TYPE_NAME, ...selections] },
    };
  }

  /** The fragment for each type that it is to be planned for; its selections alone where it has no condition left. */
  #fragment(
    fragment: InlineFragmentNode,
    parent: GraphQLCompositeType,
    fragments: Operation['fragments'],
  ): readonly SelectionNode[] {
    const { apiSchema } = this.#supergraph;
    const condition = fragment.typeCondition && apiSchema.getType(fragment.typeCondition.name.value);
    const types = isCompositeType(condition) ? this.#typesFor(condition, parent) : [parent];
    return types.flatMap((type): readonly SelectionNode[] => {
      const selections = this.#selections(fragment.selectionSet, type, fragments);
      if (selections.length === 0) return [];
      const isBare = type === parent && fragment.directives?.length === 0;
      return isBare ? selections : [inlineFragment(fragment, type === parent ? undefined : type, selections)];
    });
  }

  #typesFor(condition: GraphQLCompositeType, parent: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    if (condition === parent || !isAbstractType(parent)) return [parent];
    if (!isAbstractType(condition)) return [condition];
    const { apiSchema } = this.#supergraph;
    if (isInterfaceType(parent) && apiSchema.isSubType(condition, parent)) return [parent];
    const possible = apiSchema.getPossibleTypes(parent);
    const shared = possible.filter((type) => apiSchema.isSubType(condition, type));
    return isUnionType(condition) && shared.length === possible.length ? [parent] : shared;
  }
}

function inlineFragment(
  { directives = [] }: InlineFragmentNode,
  type: GraphQLCompositeType | undefined,
  selections: readonly SelectionNode[],
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    directives,
    ...(type && { typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } } }),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

/** Directives other than these two mean nothing to departments. */
function inclusionOf(directives: readonly DirectiveNode[] = []): Inclusion {
  const left: DirectiveNode[] = [];
  for (const directive of directives) {
    const excluding = { skip: true, include: false }[directive.name.value];
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (excluding === undefined || !value) continue;
    if (value.kind !== Kind.BOOLEAN) left.push(directive);
    else if (value.value === excluding) return 'never';
  }
  return left.length > 0 ? left : 'always';
}
