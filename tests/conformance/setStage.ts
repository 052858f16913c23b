import {
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  isAbstractType,
  isObjectType,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
} from 'graphql';

/**
 * Builds a schema whose root gives one object and a list of each type of a subgraph, so that every field can be asked for
 * without data and without the fields that lead there.
 *
 * The types are the subgraph's own, guards included. Root fields are `one_Type` and `many_Type`, and for each
 * concrete type behind an interface or union `one_Interface_Type` and `many_Interface_Type`.
 *
 * @param schema - the subgraph
 */
export function setStage(schema: GraphQLSchema): GraphQLSchema {
  const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
  const show = (name: string, type: GraphQLOutputType, row: object): void => {
    fields[`one_${name}`] = { type, resolve: () => row };
    fields[`many_${name}`] = { type: new GraphQLList(type), resolve: () => [row, row] };
  };
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  for (const type of types) {
    if (isObjectType(type)) show(type.name, type, { __typename: type.name });
    if (!isAbstractType(type)) continue;
    for (const concrete of schema.getPossibleTypes(type))
      show(`${type.name}_${concrete.name}`, type, { __typename: concrete.name });
  }
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Stage', fields }), types });
}
