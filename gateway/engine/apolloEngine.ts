import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from 'pino';
import { silenceVendorTelemetry } from '../../src/config/silenceVendorTelemetry.ts';
import { TransportDataSource } from '../transport/TransportDataSource.ts';
import { adoptScalars } from './adoptScalars.ts';
import { markRequired } from './supergraph/markRequired.ts';
import type { Engine, EngineOptions } from './Engine.ts';

/**
 * Makes the engine of `@apollo/gateway`. Nothing is polled and nothing reported.
 *
 * @param options - the composed graph and its departments
 */
export function apolloEngine({ supergraphSdl, transportOf, schemas, logger }: EngineOptions): Engine {
  silenceVendorTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl: markRequired(supergraphSdl),
    logger: quietly(logger),
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => new TransportDataSource(transportOf(name)),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    adoptScalars(apiSchema, schemas);
  });
  return { kind: 'apollo', gateway };
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
