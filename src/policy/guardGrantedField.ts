import { defaultFieldResolver, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { AppError } from '../errors/AppError.ts';
import { isEntity } from './entity.ts';
import { isFieldWithheld, type FieldReader } from './grantedFields.ts';

/** The interface of all facts. */
const FACT_INTERFACE = 'CreditFact';

/** The entity that is no fact: what departments add to it is guarded row by row, behind it. */
const SUBJECT_TYPE = 'Enterprise';

/**
 * Tells whether an authorisation may narrow a type to single fields: a fact type, also where a department that does not own it adds fields to
 * it and so need not know that it is one.
 *
 * @param type - of any department's schema
 */
export function holdsGrantedFields(type: GraphQLObjectType): boolean {
  const isFact = type.getInterfaces().some(({ name }) => name === FACT_INTERFACE);
  return isFact || (isEntity(type) && type.name !== SUBJECT_TYPE);
}

/**
 * Puts a guard before a field of a fact type: of facts that only an authorisation has opened, a caller gets the fields that it names. It
 * stands on the type, so it holds on every path that leads there.
 *
 * @param field - changed in place, since its schema is being built
 * @param type - name of the fact type
 */
export function guardGrantedField(field: GraphQLField<unknown, FieldReader>, type: string): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const coordinate = `${type}.${field.name}`;
  field.resolve = (source, args, context, info) => {
    if (isFieldWithheld(context, type, field.name, source as object)) throw new AppError('FORBIDDEN', { coordinate });
    return resolve(source, args, context, info);
  };
}
