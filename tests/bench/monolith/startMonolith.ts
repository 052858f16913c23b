import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../../src/telemetry/logger.ts';
import { schemaServer } from '../serve/schemaServer.ts';
import { serveApollo, type RunningServer } from '../serve/serveApollo.ts';
import { monolithSchema } from './monolithSchema.ts';

/**
 * Serves one schema by one Apollo Server, with the gateway's plugins and its route: a floor rather than a rival.
 *
 * @param subgraphs - the departments
 * @param logger - the log
 */
export async function startMonolith(subgraphs: readonly ConnectedSubgraph[], logger: Logger): Promise<RunningServer> {
  return serveApollo({ '/graphql': schemaServer(monolithSchema(subgraphs), logger) });
}
