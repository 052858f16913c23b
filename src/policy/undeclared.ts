import type { GraphQLSchema } from 'graphql';
import { declaredAccess } from './declaredAccess.ts';
import { contributedFields, isForeign, isRoot } from './entity.ts';
import { ownFields, ownTypes, type CompositeType } from './ownTypes.ts';

/**
 * Names what carries no `@access` though it must: root fields, object types, interfaces and fields contributed to another's entity.
 *
 * @param schema - as built by `buildSubgraphSchema`
 * @returns schema coordinates, sorted; empty for a department that is in order
 */
export function undeclared(schema: GraphQLSchema): string[] {
  const offenders = (type: CompositeType): string[] => {
    if (!isRoot(schema, type) && !isForeign(type)) return declaredAccess(schema, type) ? [] : [type.name];
    const fields = isRoot(schema, type) ? ownFields(type) : contributedFields(type);
    return fields.filter((field) => !declaredAccess(schema, field)).map(({ name }) => `${type.name}.${name}`);
  };
  return ownTypes(schema).flatMap(offenders).sort();
}
