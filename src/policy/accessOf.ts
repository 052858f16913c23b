import { getNamedType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { OPEN_ACCESS, strictest, type Access } from './Access.ts';
import { declaredAccess } from './declaredAccess.ts';
import { ownTypes } from './ownTypes.ts';

/** The level of every object type, interface and field of a department, by schema coordinate (`Type` or `Type.field`). */
export type AccessMap = ReadonlyMap<string, Access>;

/**
 * Reads who may use what from the `@access` of a subgraph's SDL.
 *
 * The level of a field is the strictest of its own, its parent type's and its return type's. A field that returns an
 * interface or union may give a stricter concrete type: that is decided at run time, in addition.
 *
 * @param schema - as built by `buildSubgraphSchema`
 */
export function accessOf(schema: GraphQLSchema): AccessMap {
  const levels = new Map<string, Access>();
  const ofType = (type: unknown): Access =>
    (isObjectType(type) || isInterfaceType(type) ? declaredAccess(schema, type) : undefined) ?? OPEN_ACCESS;

  for (const type of ownTypes(schema)) {
    const parent = ofType(type);
    levels.set(type.name, parent);
    for (const field of Object.values(type.getFields())) {
      const own = declaredAccess(schema, field) ?? OPEN_ACCESS;
      levels.set(`${type.name}.${field.name}`, strictest([own, parent, ofType(getNamedType(field.type))]));
    }
  }
  return levels;
}
