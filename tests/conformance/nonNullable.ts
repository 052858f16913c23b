import {
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { exceeds, OPEN_ACCESS, type Access } from '../../src/policy/Access.ts';
import { accessOf, type AccessMap } from '../../src/policy/accessOf.ts';
import { contributedFields, isRoot } from '../../src/policy/entity.ts';
import { ownFields, ownTypes, type CompositeType } from '../../src/policy/ownTypes.ts';

/**
 * Names the fields whose `!` would let one dead department or one denied field blank the whole enterprise.
 *
 * Nullable must be: every root field; every field contributed to another's entity; every field that is stricter than its type;
 * and every position, list items included, whose concrete type may turn out stricter at run time.
 *
 * @param schema - as built by `buildSubgraphSchema`
 * @returns schema coordinates, sorted
 */
export function nonNullable(schema: GraphQLSchema): string[] {
  const levels = accessOf(schema);
  return ownTypes(schema)
    .flatMap((type) => {
      const contributed = new Set(contributedFields(type));
      const mayFail = (field: GraphQLField<unknown, unknown>): boolean =>
        isRoot(schema, type) || contributed.has(field) || isStricterThanType(levels, type, field.name);
      return ownFields(type)
        .filter(
          (field) => (isNonNullType(field.type) && mayFail(field)) || blanksItsNeighbours(schema, levels, type, field),
        )
        .map(({ name }) => `${type.name}.${name}`);
    })
    .sort();
}

function isStricterThanType(levels: AccessMap, type: CompositeType, field: string): boolean {
  return exceeds(level(levels, `${type.name}.${field}`), level(levels, type.name));
}

function blanksItsNeighbours(
  schema: GraphQLSchema,
  levels: AccessMap,
  type: CompositeType,
  field: GraphQLField<unknown, unknown>,
): boolean {
  const returned = getNamedType(field.type);
  if (!isAbstractType(returned) || !hasNonNull(field.type)) return false;
  const granted = level(levels, `${type.name}.${field.name}`);
  return schema.getPossibleTypes(returned).some(({ name }) => exceeds(level(levels, name), granted));
}

function hasNonNull(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return true;
  return isListType(type) && hasNonNull(type.ofType);
}

function level(levels: AccessMap, coordinate: string): Access {
  return levels.get(coordinate) ?? OPEN_ACCESS;
}
