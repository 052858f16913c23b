import type { ApolloServer } from '@apollo/server';
import { createApolloServer } from '../../../gateway/apollo/createApolloServer.ts';
import { composeSupergraph } from '../../../gateway/compose.ts';
import { createEngine } from '../../../gateway/engine/createEngine.ts';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { HttpTransport } from '../../../gateway/transport/HttpTransport.ts';
import { inProcessTransports } from '../../../gateway/transport/inProcessTransports.ts';
import type { ConnectedSubgraph } from '../../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../../src/telemetry/logger.ts';
import { TABLE } from '../serve/serveApollo.ts';
import type { ContestantStart } from './EngineContestant.ts';

const DEADLINE_MS = 30_000;

/**
 * Makes the server of a contestant that joins departments.
 *
 * @param start - what joins, and how departments are reached
 * @param subgraphs - the departments; of those in another process only the schemas are used
 * @param logger - the log
 */
export async function startEngine(
  { engine: kind, transport, jit, departmentsUrl }: ContestantStart,
  subgraphs: readonly ConnectedSubgraph[],
  logger: Logger,
): Promise<ApolloServer<GatewayContext>> {
  const { supergraphSdl } = composeSupergraph(subgraphs);
  if (transport === 'stock') {
    // As in the product, only a process that joins by `@apollo/gateway` holds it: some 30 MB, by which V8 sizes the rest of its heap.
    const { stockSeam } = await import('./stockSeam.ts');
    return createApolloServer({ gateway: stockSeam(supergraphSdl, departmentsUrl) }, { table: TABLE, logger });
  }
  const inProcess = inProcessTransports(subgraphs, { logger, deadlineMs: DEADLINE_MS, jit: jit ? ['all'] : [] });
  const overHttp = (name: string): HttpTransport =>
    new HttpTransport({ name, title: name }, { url: `${departmentsUrl}/${name}`, logger, deadlineMs: DEADLINE_MS });
  const engine = await createEngine(kind === 'apollo' ? 'apollo' : 'own', {
    supergraphSdl,
    transportOf: transport === 'process' ? inProcess : overHttp,
    schemas: subgraphs.map(({ schema }) => schema),
    logger,
  });
  return createApolloServer(engine, { table: TABLE, logger });
}
