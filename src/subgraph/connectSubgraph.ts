import type { Connection } from 'mongoose';
import { departmentDatabase } from '../data/DepartmentDatabase.ts';
import { LoaderCache } from '../data/LoaderCache.ts';
import type { RequestContext, SubgraphContext } from './context.ts';
import { Losses } from './Losses.ts';
import { ALONE, type Services } from './Services.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from './Subgraph.ts';

/**
 * Connects a department to its database.
 *
 * @param definition - the department
 * @param connection - its MongoDB server
 * @param prefix - put before the database's name
 * @param services - the ledger and the graph; a department by itself has an empty ledger and no graph
 */
export function connectSubgraph(
  definition: SubgraphDefinition,
  connection: Connection,
  prefix = '',
  services: Partial<Services> = {},
): ConnectedSubgraph {
  const { name, collections, indexes } = definition;
  const database = departmentDatabase(connection, name, Object.values(collections), prefix, indexes);
  const contexts = new WeakMap<RequestContext, SubgraphContext>();
  return {
    ...definition,
    database,
    departments: services.departments ?? ALONE.departments,
    contextFor(request) {
      const known = contexts.get(request);
      if (known !== undefined) return known;
      const made: SubgraphContext = {
        ...request,
        department: definition.name,
        title: definition.title,
        database,
        ...ALONE,
        ...services,
        loaders: new LoaderCache(),
        losses: new Losses(),
      };
      contexts.set(request, made);
      return made;
    },
  };
}
