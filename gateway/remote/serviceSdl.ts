import { execute, parse, type GraphQLSchema } from 'graphql';
import { ANONYMOUS } from '../../src/identity/Caller.ts';

/** What every subgraph tells of itself (Federation subgraph specification, `_service`). */
export const SERVICE_QUERY = '{ _service { sdl } }';

/** The answer to {@link SERVICE_QUERY}. */
export interface ServiceAnswer {
  readonly _service?: { readonly sdl?: string | null } | null;
}

/**
 * What a department of this release tells of itself, to be compared with what a running one tells.
 *
 * @param schema - of the department
 */
export async function serviceSdl(schema: GraphQLSchema): Promise<string> {
  const { data } = await execute({ schema, document: parse(SERVICE_QUERY), contextValue: { caller: ANONYMOUS } });
  const sdl = (data as ServiceAnswer | null)?._service?.sdl;
  if (typeof sdl !== 'string') throw new Error('A department does not tell its schema');
  return sdl;
}
