import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
} from 'graphql';
import { AppError } from '../errors/AppError.ts';
import type { Guard, GuardedContext } from './Guard.ts';

/**
 * Makes an interface or union refuse the rows whose concrete type the caller may not use; the other rows stay.
 *
 * @param type - changed in place, since its schema is being built
 * @param guardOf - the guard of an object type by name; undefined where it is open
 */
export function guardConcreteType(type: GraphQLAbstractType, guardOf: (name: string) => Guard | undefined): void {
  const resolveType: GraphQLTypeResolver<unknown, GuardedContext> = type.resolveType ?? defaultTypeResolver;
  type.resolveType = (value, context: GuardedContext, info, abstractType) => {
    const name = resolveType(value, context, info, abstractType);
    const check = (known: string | undefined) => admitted(known, known && guardOf(known), context, info);
    return typeof name === 'object' ? Promise.resolve(name).then(check) : check(name);
  };
}

function admitted(
  name: string | undefined,
  guard: Guard | '' | undefined,
  context: GuardedContext,
  info: GraphQLResolveInfo,
): string | undefined | Promise<string | undefined> {
  if (!guard || name === undefined) return name;
  const proceed = (isAdmitted: boolean): string => {
    if (!isAdmitted) throw new AppError('FORBIDDEN', { coordinate: name });
    return name;
  };
  const verdict = guard.admits(context, info);
  return typeof verdict === 'boolean' ? proceed(verdict) : verdict.then(proceed);
}
