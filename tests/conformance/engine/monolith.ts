import { buildASTSchema, isAbstractType, isObjectType, parse, type GraphQLSchema } from 'graphql';
import type { Run } from './Failure.ts';
import { fieldOf, joinedValue } from './joinedValue.ts';
import { keyValue } from './keyValue.ts';
import type { Thing } from './valueOf.ts';
import type { World } from './World.ts';

/**
 * The whole graph as one schema without federation: graphql-js executes it and says what the right answer is.
 *
 * What callers cannot see, an enum value or the type of an object, is an error in it, as in any graph that lacks it.
 *
 * @param world - the graph
 * @param apiSdl - what callers may see of it
 */
export function monolith(world: World, apiSdl: string): GraphQLSchema {
  const schema = buildASTSchema(parse(apiSdl), { assumeValid: true });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (thing: Thing) => thing.__typename;
    if (!isObjectType(type) || !world.objects.has(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const { owner, known } = fieldOf(world, type.name, field.name);
      field.resolve = (parent: Thing | undefined, args: Record<string, unknown>, run: Run) => {
        if (type.name === 'Mutation') run.mutations.push(field.name);
        if (!known) return parent ? keyValue(parent, field.name) : null;
        return joinedValue(world, owner, known, parent, args);
      };
    }
  }
  return schema;
}
