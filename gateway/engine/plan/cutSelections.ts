import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
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

type Path = readonly FlattenNodePathSegment[];

/** Cuts normalised selections at the first entities below them. */
export class SelectionCutter {
  readonly #schema: GraphQLSchema;
  readonly #keys: Keys;
  readonly #cuts = new Map<string, { path: Path; selections: Map<string, SelectionNode[]> }>();

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
    const upper = this.#selectionSet(selectionSet, type, []);
    return { upper, cuts: [...this.#cuts.values()] };
  }

  #selectionSet({ selections }: SelectionSetNode, type: GraphQLCompositeType, path: Path): SelectionSetNode {
    const cut = selections.map((selection) => this.#selection(selection, type, path));
    // The type tells later which of the conditions on the way an object meets.
    const isTold = isAbstractType(type) && selections.some(({ kind }) => kind === Kind.INLINE_FRAGMENT);
    return { kind: Kind.SELECTION_SET, selections: isTold ? [TYPE_NAME, ...cut] : cut };
  }

  #selection(selection: SelectionNode, type: GraphQLCompositeType, path: Path): SelectionNode {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type, path);
    return selection.kind === Kind.INLINE_FRAGMENT ? this.#fragment(selection, type, path) : selection;
  }

  #fragment(fragment: InlineFragmentNode, type: GraphQLCompositeType, path: Path): InlineFragmentNode {
    const condition = fragment.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
    const inner = isCompositeType(condition) ? condition : type;
    const inside = inner === type ? path : [...path, { TypeCondition: [inner.name] }];
    return { ...fragment, selectionSet: this.#selectionSet(fragment.selectionSet, inner, inside) };
  }

  #field(field: FieldNode, parent: GraphQLCompositeType, at: Path): FieldNode {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[field.name.value];
    const type = definition && getNamedType(definition.type);
    if (!field.selectionSet || !isCompositeType(type)) return field;
    const path = [...at, { Field: responseKey(field) }];
    const entities = this.#entitiesOf(type);
    if (!entities) return { ...field, selectionSet: this.#selectionSet(field.selectionSet, type, path) };
    this.#note(path, entities, field.selectionSet.selections);
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

  #note(path: Path, entities: readonly GraphQLObjectType[], selections: readonly SelectionNode[]): void {
    const place = JSON.stringify(path);
    const cut = this.#cuts.get(place) ?? { path, selections: new Map<string, SelectionNode[]>() };
    this.#cuts.set(place, cut);
    for (const { name } of entities) {
      const narrowed = narrow(selections, name);
      if (narrowed.length > 0) cut.selections.set(name, [...(cut.selections.get(name) ?? []), ...narrowed]);
    }
  }
}

/** What is left of selections for objects of one type. */
function narrow(selections: readonly SelectionNode[], typeName: string): readonly SelectionNode[] {
  return selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
    const condition = selection.typeCondition?.name.value ?? typeName;
    return condition === typeName ? narrow(selection.selectionSet.selections, typeName) : [];
  });
}
