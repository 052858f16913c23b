import { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Logger } from 'pino';
import { silenceVendorTelemetry } from '../../src/config/silenceVendorTelemetry.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { InProcessDataSource } from '../transport/InProcessDataSource.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { adoptScalars } from './adoptScalars.ts';

/** What plans and joins, as Apollo Server takes it at its `gateway` seam. */
export type Engine = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/** What the engine joins. */
export interface EngineOptions {
  readonly supergraphSdl: string;
  /** Every department that the supergraph names. */
  readonly subgraphs: readonly ConnectedSubgraph[];
  readonly logger: Logger;
  /** How long a department may take for one fetch, in milliseconds. */
  readonly deadlineMs: number;
}

/**
 * Makes the engine that plans operations over the departments and joins what they answer.
 *
 * It stands behind Apollo Server's `gateway` seam and can be replaced there. Nothing is polled and nothing reported.
 *
 * @param options - the composed graph and its departments
 * @throws Error when the supergraph names a department that is not given
 */
export function createEngine({ supergraphSdl, subgraphs, logger, deadlineMs }: EngineOptions): Engine {
  const departments = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  silenceVendorTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quietly(logger),
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => {
      const subgraph = departments.get(name);
      if (!subgraph) throw new Error(`The supergraph names ${name}, which is not connected`);
      return new InProcessDataSource(subgraph, { logger, deadlineMs });
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    adoptScalars(
      apiSchema,
      subgraphs.map(({ schema }) => schema),
    );
  });
  return gateway;
}

/** What the library calls information is of use to its developers only. */
function quietly(logger: Logger): Record<'debug' | 'info' | 'warn' | 'error', (message?: unknown) => void> {
  return {
    debug: (message) => {
      logger.trace(message);
    },
    info: (message) => {
      logger.debug(message);
    },
    warn: (message) => {
      logger.warn(message);
    },
    error: (message) => {
      logger.error(message);
    },
  };
}
