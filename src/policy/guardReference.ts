import type { GraphQLObjectType } from 'graphql';
import type { ApolloGraphQLObjectTypeExtensions } from '@apollo/subgraph/dist/schemaExtensions.js';
import { AppError } from '../errors/AppError.ts';
import type { Guard, GuardedContext } from './Guard.ts';

type Extensions = ApolloGraphQLObjectTypeExtensions<unknown, GuardedContext>;

/**
 * Puts a guard before an entity's reference resolver, the door of `_entities`, which field guards do not see.
 *
 * The resolver becomes asynchronous even for an open type: a synchronous throw would blank the whole `_entities` list, a rejection
 * blanks one row. Where the department wrote none, the reference itself is the entity, as the federation library has it.
 *
 * @param type - an object type with `@key`; changed in place, since its schema is being built
 * @param guard - decides; absent for an open type
 */
export function guardReference(type: GraphQLObjectType, guard: Guard | undefined): void {
  const extensions: Extensions = type.extensions;
  const resolveReference = extensions.apollo?.subgraph?.resolveReference ?? ((reference: object) => reference);
  const guarded: typeof resolveReference = async (reference, context, info) => {
    if (guard && !(await guard.admits(context, info))) throw new AppError('FORBIDDEN', { coordinate: type.name });
    return (await resolveReference(reference, context, info)) as unknown;
  };
  type.extensions = {
    ...extensions,
    apollo: { ...extensions.apollo, subgraph: { ...extensions.apollo?.subgraph, resolveReference: guarded } },
  };
}
