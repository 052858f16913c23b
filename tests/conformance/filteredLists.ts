import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A value for each scalar that lists are narrowed by. */
const SCALARS: Readonly<Record<string, string>> = {
  String: '"福州"',
  ID: '"x"',
  Int: '2025',
  Float: '0.5',
  Boolean: 'true',
  USCC: '"91350100705362917E"',
  LocalDate: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
};

/**
 * Writes a query for each way in which a list of a department can be narrowed: every optional argument by itself, and every field of an
 * input by itself.
 *
 * @param schema - the department's
 */
export function filteredLists(schema: GraphQLSchema): readonly string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.filter(isPage).flatMap((field) => {
    const required = field.args.filter(isRequired).map((argument) => written(argument));
    const optional = field.args.filter((argument) => !isRequired(argument) && !PAGING.has(argument.name));
    return optional.flatMap((argument) =>
      valuesOf(argument.type).map((value) => {
        const given = [...required, `${argument.name}: ${value}`].join(', ');
        return `{ ${field.name}(first: 2, ${given}) ${selectionOf(field)} }`;
      }),
    );
  });
}

const PAGING: ReadonlySet<string> = new Set(['first', 'after']);

function isPage(field: GraphQLField<unknown, unknown>): boolean {
  return !isListType(getNullableType(field.type)) && field.args.some(({ name }) => name === 'first');
}

function isRequired({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function written({ name, type }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${valuesOf(type)[0] ?? 'null'}`;
}

/** One value; of an input one for each of its fields, with those that it can not do without. */
function valuesOf(type: GraphQLInputType): readonly string[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return valuesOf(nullable.ofType).map((value) => `[${value}]`);
  const named = getNamedType(nullable);
  if (isEnumType(named)) return [named.getValues()[0]?.name ?? 'null'];
  if (!isInputObjectType(named)) return [SCALARS[named.name] ?? 'null'];
  const fields = Object.values(named.getFields());
  const needed = fields.filter((field) => isNonNullType(field.type));
  return fields.map((field) => `{ ${[...new Set([...needed, field])].map(written).join(', ')} }`);
}

function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  const isCounted = isObjectType(named) && 'totalCount' in named.getFields();
  return `{ ${isCounted ? 'totalCount ' : ''}nodes { __typename } }`;
}
