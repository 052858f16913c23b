import {
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isInherited } from '../answer/Data.ts';
import { PlanError } from '../plan/PlanError.ts';
import { plannedKey } from '../plan/plannedKey.ts';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { collectFields, type CollectedFields, type Reading } from './collectFields.ts';
import { leafValidity } from './leafValidity.ts';
import type { FieldShape, FieldSource, ObjectShape, ValueShape } from './Shape.ts';

const SCHEMA_FIELDS = new Set([SchemaMetaFieldDef.name, TypeMetaFieldDef.name]);

/** What is answered from the schema is right as it is: null for a type that there is not. */
const OPAQUE: ValueShape = { kind: 'leaf', isNonNull: false, isValid: undefined };
const TYPE_NAME: ValueShape = { kind: 'leaf', isNonNull: true, isValid: undefined };

/** Compiles what callers selected into the shape of their answer. */
export class ShapeCompiler {
  readonly #schema: GraphQLSchema;
  readonly #needed: Supergraph['needed'];
  readonly #veiled: ReadonlySet<string>;
  readonly #reading: Reading;

  /**
   * @param supergraph - its schema as callers see it, the names that plans change, and the types with hidden members
   * @param reading - fragments and variables of the operation
   */
  constructor({ apiSchema, needed, veiled }: Pick<Supergraph, 'apiSchema' | 'needed' | 'veiled'>, reading: Reading) {
    this.#schema = apiSchema;
    this.#needed = needed;
    this.#veiled = veiled;
    this.#reading = reading;
  }

  /**
   * Compiles the shape of one object.
   *
   * @param type - as callers see it
   * @param selectionSets - all that select from it
   * @param isNonNull - whether it can never be missing
   * @throws PlanError for a field that the schema does not have
   */
  object(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[], isNonNull: boolean): ObjectShape {
    const fields = isAbstractType(type) ? undefined : this.#fields(type, selectionSets);
    const byType = new Map<unknown, readonly FieldShape[] | undefined>();
    const fieldsOf = (typeName: unknown): readonly FieldShape[] | undefined => {
      if (byType.has(typeName)) return byType.get(typeName);
      const actual = this.#actualType(type, typeName);
      const found =
        actual &&
        (isAbstractType(actual) ? this.#vagueFields(actual, selectionSets) : this.#fields(actual, selectionSets));
      if (actual) byType.set(typeName, found);
      return found;
    };
    return { kind: 'object', isNonNull, fields, fieldsOf };
  }

  /** An object that does not say its type has the fields that all types of its place have. */
  #actualType(type: GraphQLCompositeType, typeName: unknown): GraphQLCompositeType | undefined {
    if (typeof typeName !== 'string') return type;
    const actual = this.#schema.getType(typeName);
    if (!isCompositeType(actual)) return undefined;
    return this.#reading.satisfies(typeName, type.name) ? actual : undefined;
  }

  /**
   * The fields of an object of which only an interface or union is known: nobody was asked for its type, since all that can stand there
   * have the same fields, or its department failed to say it. `undefined` where what the caller selects depends on the type, so that
   * nothing is left out silently. An interface that no type implements is known by interface objects only, which have its fields.
   */
  #vagueFields(
    type: GraphQLAbstractType,
    selectionSets: readonly SelectionSetNode[],
  ): readonly FieldShape[] | undefined {
    const [first, ...others] = this.#schema.getPossibleTypes(type);
    if (!first) return this.#veiled.has(type.name) ? undefined : this.#fields(type, selectionSets);
    const collected = collectFields(selectionSets, first.name, this.#reading);
    const isSame = others.every((other) => areSame(collected, collectFields(selectionSets, other.name, this.#reading)));
    if (!isSame) return undefined;
    return [...collected].map(([key, nodes]) => this.#field(key, nodes, hasAll(type, nodes) ? type : first, type));
  }

  #fields(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): readonly FieldShape[] {
    const collected = collectFields(selectionSets, type.name, this.#reading);
    return [...collected].map(([key, nodes]) => this.#field(key, nodes, type));
  }

  /** A field as a type defines it, of an object that is known to be of another type. */
  #field(key: string, [node, ...others]: readonly FieldNode[], type: GraphQLCompositeType, known = type): FieldShape {
    if (!node) throw new PlanError(`No field is called ${key}`);
    const from = plannedKey(key, node, this.#needed);
    const source = sourceOf(node.name.value, known);
    const value = this.#fieldValue([node, ...others], type, source);
    const isPlain = source.kind === 'answer' && value.kind === 'leaf' && !isInherited(from);
    const isPlainLeaf = isPlain ? (value.isValid ?? isThere) : undefined;
    return { key, from, isInherited: isInherited(from), source, value, isPlainLeaf };
  }

  #fieldValue(nodes: readonly FieldNode[], type: GraphQLCompositeType, { kind }: FieldSource): ValueShape {
    if (kind !== 'answer') return kind === 'schema' ? OPAQUE : TYPE_NAME;
    const name = nodes[0]?.name.value ?? '';
    const field = isUnionType(type) ? undefined : type.getFields()[name];
    if (!field) throw new PlanError(`There is no field ${name} on ${type.name}`);
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return this.#value(field.type, selectionSets, false);
  }

  #value(type: GraphQLOutputType, selectionSets: readonly SelectionSetNode[], isNonNull: boolean): ValueShape {
    if (isNonNullType(type)) return this.#value(type.ofType, selectionSets, true);
    if (isListType(type)) return { kind: 'list', isNonNull, item: this.#value(type.ofType, selectionSets, false) };
    if (isLeafType(type)) return { kind: 'leaf', isNonNull, isValid: leafValidity(type) };
    return this.object(type, selectionSets, isNonNull);
  }
}

function areSame(one: CollectedFields, other: CollectedFields): boolean {
  const [fields, others] = [[...one], [...other]];
  return (
    fields.length === others.length &&
    fields.every(([key, nodes], at) => {
      const [otherKey, otherNodes = []] = others[at] ?? [];
      return key === otherKey && nodes.length === otherNodes.length && nodes.every((node, i) => node === otherNodes[i]);
    })
  );
}

function hasAll(type: GraphQLAbstractType, nodes: readonly FieldNode[]): boolean {
  return nodes.every(
    ({ name }) => name.value === '__typename' || (!isUnionType(type) && name.value in type.getFields()),
  );
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function sourceOf(name: string, type: GraphQLCompositeType): FieldSource {
  if (name === '__typename') return { kind: 'typeName', typeName: isObjectType(type) ? type.name : undefined };
  return { kind: SCHEMA_FIELDS.has(name) ? 'schema' : 'answer' };
}
