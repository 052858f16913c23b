import { getNamedType, type GraphQLSchema } from 'graphql';
import { OPEN_ACCESS, strictest, type Access } from './Access.ts';
import { accessOf, type AccessMap } from './accessOf.ts';
import { ownTypes } from './ownTypes.ts';

/**
 * Joins the levels of all departments: where two speak of a coordinate, the stricter counts, and a field that returns another
 * department's type is as strict as that department made it.
 *
 * @param schemas - one per department
 */
export function joinLevels(schemas: readonly GraphQLSchema[]): AccessMap {
  const joined = new Map<string, Access>();
  const add = (coordinate: string, level: Access): void => {
    joined.set(coordinate, strictest([level, joined.get(coordinate) ?? OPEN_ACCESS]));
  };
  for (const levels of schemas.map(accessOf)) for (const [coordinate, level] of levels) add(coordinate, level);
  for (const type of schemas.flatMap(ownTypes)) {
    for (const { name, type: returned } of Object.values(type.getFields()))
      add(`${type.name}.${name}`, joined.get(getNamedType(returned).name) ?? OPEN_ACCESS);
  }
  return joined;
}
