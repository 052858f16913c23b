import { isEnumType, isSpecifiedScalarType, type GraphQLLeafType } from 'graphql';

type IsValid = (value: unknown) => boolean;

const isText: IsValid = (value) => typeof value === 'string';

const SCALARS: Readonly<Record<string, IsValid>> = {
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  Int: (value) => Number.isInteger(value),
  String: isText,
};

/**
 * Tells which values a department may answer for a leaf.
 *
 * An enum value that callers must not know is not in their schema, so it is none of them; only the owner of a
 * custom scalar knows its values.
 *
 * @param type - as callers see it
 * @returns `undefined` where any value may stand
 */
export function leafValidity(type: GraphQLLeafType): IsValid | undefined {
  if (isEnumType(type)) {
    const names: ReadonlySet<unknown> = new Set(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  return isSpecifiedScalarType(type) ? SCALARS[type.name] : undefined;
}
