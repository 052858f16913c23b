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
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isInherited } from '../answer/Data.ts';
import { PlanError } from '../plan/PlanError.ts';
import { collectFields, type Reading } from './collectFields.ts';
import { leafValidity } from './leafValidity.ts';
import type { FieldShape, FieldSource, ObjectShape, ValueShape } from './Shape.ts';

const SCHEMA_FIELDS = new Set([SchemaMetaFieldDef.name, TypeMetaFieldDef.name]);

/** What is answered from the schema is right as it is: null for a type that there is not. */
const OPAQUE: ValueShape = { kind: 'leaf', isNonNull: false, isValid: undefined };
const TYPE_NAME: ValueShape = { kind: 'leaf', isNonNull: true, isValid: undefined };

/** Compiles what callers selected into the shape of their answer. */
export class ShapeCompiler {
  readonly #schema: GraphQLSchema;
  readonly #reading: Reading;

  /**
   * @param schema - as callers see it
   * @param reading - fragments and variables of the operation
   */
  constructor(schema: GraphQLSchema, reading: Reading) {
    this.#schema = schema;
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
      const found = actual && this.#fields(actual, selectionSets);
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

  #fields(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): readonly FieldShape[] {
    const collected = collectFields(selectionSets, type.name, this.#reading);
    return [...collected].map(([key, nodes]) => this.#field(key, nodes, type));
  }

  #field(key: string, nodes: readonly FieldNode[], type: GraphQLCompositeType): FieldShape {
    const name = nodes[0]?.name.value ?? key;
    const own = schemaSource(name, type);
    if (own)
      return {
        key,
        isInherited: isInherited(key),
        source: own,
        value: own.kind === 'schema' ? OPAQUE : TYPE_NAME,
        isPlainLeaf: undefined,
      };
    const field = isUnionType(type) ? undefined : type.getFields()[name];
    if (!field) throw new PlanError(`There is no field ${name} on ${type.name}`);
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const value = this.#value(field.type, selectionSets, false);
    const isPlainLeaf = value.kind === 'leaf' && !isInherited(key) ? (value.isValid ?? isThere) : undefined;
    return { key, isInherited: isInherited(key), source: { kind: 'answer' }, value, isPlainLeaf };
  }

  #value(type: GraphQLOutputType, selectionSets: readonly SelectionSetNode[], isNonNull: boolean): ValueShape {
    if (isNonNullType(type)) return this.#value(type.ofType, selectionSets, true);
    if (isListType(type)) return { kind: 'list', isNonNull, item: this.#value(type.ofType, selectionSets, false) };
    if (isLeafType(type)) return { kind: 'leaf', isNonNull, isValid: leafValidity(type) };
    return this.object(type, selectionSets, isNonNull);
  }
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function schemaSource(name: string, type: GraphQLCompositeType): FieldSource | undefined {
  if (name === '__typename') return { kind: 'typeName', typeName: isObjectType(type) ? type.name : undefined };
  return SCHEMA_FIELDS.has(name) ? { kind: 'schema' } : undefined;
}
