import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { responseKey } from './pickRootFields.ts';

/** A place where an operation is cut: what is selected from there on is planned by itself. */
export interface Cut {
  /** Where the entities stand. */
  readonly path: readonly FlattenNodePathSegment[];
  /** What is selected, by the type of the entity. */
  readonly selections: ReadonlyMap<string, readonly SelectionNode[]>;
}

/** The two sides of cut selections. */
export interface CutSelections {
  /** Entities are reached, but nothing of them is asked for beside type and key. */
  readonly upper: SelectionSetNode;
  readonly cuts: readonly Cut[];
}

const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

type Keys = ReadonlyMap<string, SelectionSetNode>;

/** Where the cutter is. */
interface At {
  readonly path: readonly FlattenNodePathSegment[];
  /** Conditions of variables on the way. */
  readonly conditions: readonly DirectiveNode[];
}

/** Cuts normalised selections at the first entities below them. */
export class SelectionCutter {
  readonly #schema: GraphQLSchema;
  readonly #keys: Keys;
  readonly #cuts = new Map<string, { path: At['path']; selections: Map<string, SelectionNode[]> }>();

  /**
   * @param schema - as callers see it
   * @param keys - by which entities are known again, by type
   */
  constructor(schema: GraphQLSchema, keys: Keys) {
    this.#schema = schema;
    this.#keys = keys;
  }

  /**
   * Cuts selections.
   *
   * @param selectionSet - normalised
   * @param type - from which it selects
   */
  cut(selectionSet: SelectionSetNode, type: GraphQLCompositeType): CutSelections {
    this.#cuts.clear();
    const upper = this.#selectionSet(selectionSet, type, { path: [], conditions: [] });
    return { upper, cuts: [...this.#cuts.values()] };
  }

  #selectionSet({ selections }: SelectionSetNode, type: GraphQLCompositeType, at: At): SelectionSetNode {
    const cut = selections.map((selection) => this.#selection(selection, type, at));
    // The type tells later which of the conditions on the way an object meets.
    const isTold = isAbstractType(type) && selections.some(({ kind }) => kind === Kind.INLINE_FRAGMENT);
    return { kind: Kind.SELECTION_SET, selections: isTold ? [TYPE_NAME, ...cut] : cut };
  }

  #selection(selection: SelectionNode, type: GraphQLCompositeType, at: At): SelectionNode {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type, at);
    return selection.kind === Kind.INLINE_FRAGMENT ? this.#fragment(selection, type, at) : selection;
  }

  #fragment(fragment: InlineFragmentNode, type: GraphQLCompositeType, at: At): InlineFragmentNode {
    const condition = fragment.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
    const inner = isCompositeType(condition) ? condition : type;
    const inside: At = {
      path: inner === type ? at.path : [...at.path, { TypeCondition: [inner.name] }],
      conditions: [...at.conditions, ...(fragment.directives ?? [])],
    };
    return { ...fragment, selectionSet: this.#selectionSet(fragment.selectionSet, inner, inside) };
  }

  #field(field: FieldNode, parent: GraphQLCompositeType, at: At): FieldNode {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (!field.selectionSet || !isCompositeType(type)) return field;
    const path = [...at.path, { Field: responseKey(field) }];
    const conditions = [...at.conditions, ...(field.directives ?? [])];
    const entities = this.#entitiesOf(type);
    if (!entities)
      return { ...field, selectionSet: this.#selectionSet(field.selectionSet, type, { path, conditions }) };
    this.#note(path, entities, conditioned(field.selectionSet.selections, conditions));
    return { ...field, selectionSet: this.#keysOf(entities, type) };
  }

  /** The entities that can stand at a place; `undefined` where something else can. */
  #entitiesOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] | undefined {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return possible.length > 0 && possible.every(({ name }) => this.#keys.has(name)) ? possible : undefined;
  }

  #keysOf(entities: readonly GraphQLObjectType[], type: GraphQLCompositeType): SelectionSetNode {
    const keys = entities.flatMap(({ name }): readonly SelectionNode[] => {
      const selectionSet = this.#keys.get(name);
      if (!selectionSet) return [];
      const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const;
      return isAbstractType(type)
        ? [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }]
        : selectionSet.selections;
    });
    return { kind: Kind.SELECTION_SET, selections: [TYPE_NAME, ...keys] };
  }

  #note(path: At['path'], entities: readonly GraphQLObjectType[], selections: readonly SelectionNode[]): void {
    const place = JSON.stringify(path);
    const cut = this.#cuts.get(place) ?? { path, selections: new Map<string, SelectionNode[]>() };
    this.#cuts.set(place, cut);
    for (const { name } of entities) {
      const narrowed = narrow(selections, name);
      if (narrowed.length > 0) cut.selections.set(name, [...(cut.selections.get(name) ?? []), ...narrowed]);
    }
  }
}

/** Selections under conditions of variables, each of which must hold. */
function conditioned(
  selections: readonly SelectionNode[],
  conditions: readonly DirectiveNode[],
): readonly SelectionNode[] {
  return conditions.reduceRight<readonly SelectionNode[]>(
    (inner, directive) => [
      {
        kind: Kind.INLINE_FRAGMENT,
        directives: [directive],
        selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
      },
    ],
    selections,
  );
}

/** What is left of selections for objects of one type. */
function narrow(selections: readonly SelectionNode[], typeName: string): readonly SelectionNode[] {
  return selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
    const { typeCondition, directives = [], selectionSet } = selection;
    if (typeCondition && typeCondition.name.value !== typeName) return [];
    const inner = narrow(selectionSet.selections, typeName);
    if (inner.length === 0) return [];
    if (directives.length === 0) return inner;
    return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections: inner } }];
  });
}
