import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver } from 'graphql';
import { AppError } from '../errors/AppError.ts';
import type { Guard, GuardedContext } from './Guard.ts';

type Field = GraphQLField<unknown, GuardedContext>;
type Resolver = GraphQLFieldResolver<unknown, GuardedContext>;

/**
 * Puts a guard before a field: whoever is not admitted gets FORBIDDEN, and the department's code does not run.
 *
 * @param field - changed in place, since its schema is being built
 * @param guard - decides
 * @param coordinate - `Type.field`, named in the error
 */
export function guardField(field: Field, guard: Guard, coordinate: string): void {
  field.resolve = guarded(field.resolve ?? defaultFieldResolver, guard, coordinate);
  if (field.subscribe) field.subscribe = guarded(field.subscribe, guard, coordinate);
}

function guarded(resolve: Resolver, guard: Guard, coordinate: string): Resolver {
  return (source, args, context, info) => {
    const proceed = (admitted: boolean): unknown => {
      if (!admitted) throw new AppError('FORBIDDEN', { coordinate });
      return resolve(source, args, context, info);
    };
    const verdict = guard.admits(context, info);
    return typeof verdict === 'boolean' ? proceed(verdict) : verdict.then(proceed);
  };
}
