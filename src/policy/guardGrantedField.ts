import { defaultFieldResolver, type GraphQLField } from 'graphql';
import { AppError } from '../errors/AppError.ts';
import { isFieldWithheld, type FieldReader } from './grantedFields.ts';

/** The interface of all facts. */
export const FACT_INTERFACE = 'CreditFact';

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
