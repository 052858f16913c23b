import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import type { ApolloServer } from '@apollo/server';
import { createApolloServer } from '../../../gateway/apollo/createApolloServer.ts';
import { composeSupergraph } from '../../../gateway/compose.ts';
import { createEngine } from '../../../gateway/engine/createEngine.ts';
import type { Engine } from '../../../gateway/engine/Engine.ts';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { HttpTransport } from '../../../gateway/transport/HttpTransport.ts';
import { inProcessTransports } from '../../../gateway/transport/inProcessTransports.ts';
import { silenceVendorTelemetry } from '../../../src/config/silenceVendorTelemetry.ts';
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
  start: ContestantStart,
  subgraphs: readonly ConnectedSubgraph[],
  logger: Logger,
): Promise<ApolloServer<GatewayContext>> {
  const { supergraphSdl } = composeSupergraph(subgraphs);
  const engine =
    start.transport === 'stock' ? stock(supergraphSdl, start) : await own(supergraphSdl, start, subgraphs, logger);
  return createApolloServer(engine, { table: TABLE, logger });
}

async function own(
  supergraphSdl: string,
  { engine, transport, jit, departmentsUrl }: ContestantStart,
  subgraphs: readonly ConnectedSubgraph[],
  logger: Logger,
): Promise<Engine> {
  const inProcess = inProcessTransports(subgraphs, { logger, deadlineMs: DEADLINE_MS, jit: jit ? ['all'] : [] });
  const overHttp = (name: string): HttpTransport =>
    new HttpTransport({ name, title: name }, { url: `${departmentsUrl}/${name}`, logger, deadlineMs: DEADLINE_MS });
  return createEngine(engine === 'apollo' ? 'apollo' : 'own', {
    supergraphSdl,
    transportOf: transport === 'process' ? inProcess : overHttp,
    schemas: subgraphs.map(({ schema }) => schema),
    logger,
  });
}

/** `@apollo/gateway` as its documentation shows it, with the data source that it brings. */
function stock(supergraphSdl: string, { departmentsUrl }: ContestantStart): Pick<Engine, 'gateway'> {
  silenceVendorTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => new RemoteGraphQLDataSource({ url: `${departmentsUrl}/${name}` }),
  });
  return { gateway };
}
