import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';

/** A literal for every scalar, so that a call fails by its guard and not by its arguments. */
const LITERALS: Readonly<Record<string, string>> = {
  ID: '"1"',
  String: '"甲"',
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  USCC: '"91350100M000100Y43"',
  LocalDate: '"2026-04-01"',
  DateTime: '"2026-04-01T00:00:00Z"',
  Money: '"1.00"',
};

/**
 * Writes the required arguments of a field, brackets included; the optional ones are left out.
 *
 * @param args - the field's arguments
 */
export function sampleArguments(args: readonly GraphQLArgument[]): string {
  const given = args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map(({ name, type }) => `${name}: ${sampleLiteral(type)}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

/**
 * Writes a valid literal of an input type.
 *
 * @param type - scalars must be among those that `schema/` shares
 */
export function sampleLiteral(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleLiteral(type.ofType);
  if (isListType(type)) return `[${sampleLiteral(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{${fields.map((field) => `${field.name}: ${sampleLiteral(field.type)}`).join(', ')}}`;
  }
  const literal = LITERALS[type.name];
  if (literal === undefined) throw new Error(`sampleLiteral knows no value of the scalar ${type.name}`);
  return literal;
}
