import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { exceeds, OPEN_ACCESS } from './Access.ts';
import { accessOf } from './accessOf.ts';
import { isEntity } from './entity.ts';
import { Guard } from './Guard.ts';
import { guardConcreteType } from './guardConcreteType.ts';
import { guardField } from './guardField.ts';
import { guardGrantedField, holdsGrantedFields } from './guardGrantedField.ts';
import { guardReference } from './guardReference.ts';
import { ownFields, ownTypes } from './ownTypes.ts';
import { PolicyError } from './PolicyError.ts';
import { undeclared } from './undeclared.ts';

/**
 * Enforces the `@access` of a department's SDL in its executable schema.
 *
 * Every field above OPEN, every entity's reference resolver and every interface or union that may give a guarded type is wrapped;
 * open fields are left as they are and cost nothing, but for those of facts, of which an authorisation may open some. `_service` stays
 * reachable.
 *
 * @param schema - as built by `buildSubgraphSchema`, before anything else wraps it; changed in place
 * @returns the same schema
 * @throws PolicyError if a coordinate that must carry `@access` has none, or an interface is an entity
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  refuseGaps(schema);
  const guardOf = guardsOf(schema);
  for (const type of ownTypes(schema).filter(isObjectType)) {
    const isFact = holdsGrantedFields(type);
    for (const field of ownFields(type)) {
      if (isFact) guardGrantedField(field, type.name);
      const coordinate = `${type.name}.${field.name}`;
      const guard = guardOf(coordinate);
      if (guard) guardField(field, guard, coordinate);
    }
    if (isEntity(type)) guardReference(type, guardOf(type.name));
  }
  // Entities that are asked for by reference are guarded there.
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  for (const type of abstract.filter(({ name }) => name !== '_Entity')) {
    if (schema.getPossibleTypes(type).some(({ name }) => guardOf(name))) guardConcreteType(type, guardOf);
  }
  return schema;
}

/** Gives the guard of a coordinate, one for all coordinates of the same level; undefined where the level is open. */
function guardsOf(schema: GraphQLSchema): (coordinate: string) => Guard | undefined {
  const levels = accessOf(schema);
  const guards = new Map<string, Guard>();
  return (coordinate) => {
    const access = levels.get(coordinate) ?? OPEN_ACCESS;
    if (!exceeds(access, OPEN_ACCESS)) return undefined;
    const level = [access.audience, ...access.scopes, access.notSubject ? 'not the subject' : ''].join(' ');
    const guard = guards.get(level) ?? new Guard(access);
    guards.set(level, guard);
    return guard;
  };
}

/** The federation library passes an entity interface by its implementers' resolvers, so it could not be guarded like a type. */
function refuseGaps(schema: GraphQLSchema): void {
  const interfaces = ownTypes(schema).filter((type) => isInterfaceType(type) && isEntity(type));
  const problems = [
    ...undeclared(schema).map((coordinate) => `${coordinate} has no @access`),
    ...interfaces.map(({ name }) => `${name} is an interface and may not carry @key: give its implementers keys`),
  ];
  if (problems.length > 0) throw new PolicyError(problems);
}
