import type { Connection } from 'mongoose';
import { departmentDatabase } from '../data/DepartmentDatabase.ts';
import { LoaderCache } from '../data/LoaderCache.ts';
import type { RequestContext, SubgraphContext } from './context.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from './Subgraph.ts';

/**
 * Connects a department to its database.
 *
 * @param definition - the department
 * @param connection - its MongoDB server
 * @param prefix - put before the database's name
 */
export function connectSubgraph(
  definition: SubgraphDefinition,
  connection: Connection,
  prefix = '',
): ConnectedSubgraph {
  const database = departmentDatabase(connection, definition.name, Object.values(definition.collections), prefix);
  const contexts = new WeakMap<RequestContext, SubgraphContext>();
  return {
    ...definition,
    database,
    contextFor(request) {
      const known = contexts.get(request);
      if (known !== undefined) return known;
      const made: SubgraphContext = {
        ...request,
        department: definition.name,
        title: definition.title,
        database,
        loaders: new LoaderCache(),
      };
      contexts.set(request, made);
      return made;
    },
  };
}
