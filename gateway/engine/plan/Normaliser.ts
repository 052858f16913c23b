import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isUnionType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { isIncluded } from './isIncluded.ts';
import type { Operation } from './Operation.ts';
import { responseKey } from './pickRootFields.ts';
import { PlanError } from './PlanError.ts';
import { plannedKey } from './plannedKey.ts';

/** What decides which selections of a document are made. */
export interface Selecting {
  readonly fragments: Operation['fragments'];
  /** Coerced variables, which decide `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Asks for the type of an object. */
export const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Rewrites an operation into a form that means the same and that the planner can plan.
 *
 * Named fragments become inline ones. What is not selected is left out; what is selected loses its condition: the
 * planner's own handling of `@skip` and `@include` asks departments for nothing and can end the process (0.0.38), so an
 * operation is planned for each combination of values that is sent.
 *
 * A condition on an interface or union becomes one on each object type that can stand there, or none where all can: a
 * department may know the objects without the interface, and the planner fails, or ends the process, on a condition
 * that the department does not know. Where a type may be hidden from callers, it is asked for. Fields whose names would
 * be taken for others get names of their own.
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
   * @param variables - coerced; they decide what is selected
   * @returns without named fragments and without conditions of variables
   */
  normalise({ definition, fragments }: Operation, variables: Selecting['variables']): Operation {
    const root = this.#supergraph.apiSchema.getRootType(definition.operation);
    if (!root) throw new PlanError(`The graph has no ${definition.operation}`);
    const selections = this.#selections(definition.selectionSet, root, { fragments, variables });
    return {
      definition: { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections } },
      fragments: new Map(),
    };
  }

  #selections(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    selecting: Selecting,
  ): readonly SelectionNode[] {
    return selections.flatMap((selection): readonly SelectionNode[] => {
      if (!isIncluded(selection, selecting.variables)) return [];
      if (selection.kind === Kind.FIELD) return [this.#field(this.#named(selection), parent, selecting)];
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? selecting.fragments.get(selection.name.value) : selection;
      return fragment ? this.#fragment(fragment, parent, selecting) : [];
    });
  }

  #named(field: FieldNode): FieldNode {
    const key = responseKey(field);
    const planned = plannedKey(key, field, this.#supergraph.needed);
    if (planned === key) return { ...field, directives: [] };
    return { ...field, directives: [], alias: { kind: Kind.NAME, value: planned } };
  }

  #field(field: FieldNode, parent: GraphQLCompositeType, selecting: Selecting): FieldNode {
    if (!field.selectionSet || field.name.value.startsWith('__')) return field;
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (!isCompositeType(type)) throw new PlanError(`There is no field ${field.name.value} on ${parent.name}`);
    const selections = this.#selections(field.selectionSet, type, selecting);
    const isAsked = selections.length > 0 && !this.#supergraph.veiled.has(type.name);
    return {
      ...field,
      selectionSet: { kind: Kind.SELECTION_SET, selections: isAsked ? selections : [TYPE_NAME, ...selections] },
    };
  }

  /** The fragment for each type that it is to be planned for; its selections alone where it has no condition left. */
  #fragment(
    { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
    parent: GraphQLCompositeType,
    selecting: Selecting,
  ): readonly SelectionNode[] {
    const condition = typeCondition && this.#supergraph.apiSchema.getType(typeCondition.name.value);
    const types = isCompositeType(condition) ? this.#typesFor(condition, parent) : [parent];
    return types.flatMap((type): readonly SelectionNode[] => {
      const selections = this.#selections(selectionSet, type, selecting);
      return type === parent || selections.length === 0 ? selections : [fragmentOn(type, selections)];
    });
  }

  #typesFor(condition: GraphQLCompositeType, parent: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    if (condition === parent) return [parent];
    return isAbstractType(parent) && isAbstractType(condition)
      ? this.#shared(condition, parent)
      : this.#only(condition, parent);
  }

  /** An abstract condition further out may have been replaced by types that do not meet this one. */
  #only(condition: GraphQLCompositeType, parent: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const { apiSchema } = this.#supergraph;
    if (isAbstractType(condition)) return apiSchema.isSubType(condition, parent as GraphQLObjectType) ? [parent] : [];
    return isAbstractType(parent) && apiSchema.isSubType(parent, condition) ? [condition] : [];
  }

  #shared(condition: GraphQLAbstractType, parent: GraphQLAbstractType): readonly GraphQLCompositeType[] {
    const { apiSchema } = this.#supergraph;
    if (isInterfaceType(parent) && apiSchema.isSubType(condition, parent)) return [parent];
    const possible = apiSchema.getPossibleTypes(parent);
    const shared = possible.filter((type) => apiSchema.isSubType(condition, type));
    return isUnionType(condition) && shared.length === possible.length ? [parent] : shared;
  }
}

function fragmentOn({ name }: GraphQLCompositeType, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
