import type { Config } from '../src/config/env.ts';
import { publicKeys } from '../src/identity/publicKeys.ts';
import { doorExamples } from '../src/portal/doorExamples.ts';
import { fillExamples } from '../src/portal/fillExamples.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import type { Metrics } from '../src/telemetry/Metrics.ts';
import type { Tracing } from '../src/telemetry/Tracing.ts';
import type { CityIdentity } from './cityIdentity.ts';
import { knownDocuments } from './engine/knownDocuments.ts';
import { keptExampleCity } from './exampleCity.ts';
import type { GatewayOptions, RunningGateway } from './startGateway.ts';
import { readTrustedDocuments } from './documents/readTrustedDocuments.ts';

/** What a gateway has beside its settings. */
export interface GatewaySurroundings {
  readonly identity: CityIdentity;
  readonly audit: NonNullable<GatewayOptions['audit']>;
  readonly logger: Logger;
  /** The figures of the process, where it is measured. */
  readonly metrics: Metrics | undefined;
  /** Follows requests, where a collector is named. */
  readonly tracing: Tracing | undefined;
  readonly clock: () => Date;
  /** The gateway itself; asked for once it listens. */
  readonly gateway: () => RunningGateway;
}

/** What a gateway is told whatever its departments are reached by. */
export type GatewaySettings = Omit<
  GatewayOptions,
  'subgraphs' | 'graph' | 'transportOf' | 'ready' | 'importUpload' | 'port' | 'host' | 'inner'
>;

/**
 * Makes what every gateway of the product is started with.
 *
 * @param config - the settings
 * @param surroundings - see {@link GatewaySurroundings}
 */
export async function gatewaySettings(
  config: Config,
  { identity, audit, logger, metrics, tracing, clock, gateway }: GatewaySurroundings,
): Promise<GatewaySettings> {
  const { developmentUsers } = identity;
  const city = keptExampleCity({ gateway, clock, isDevelopment: developmentUsers !== undefined });
  const trusted = await readTrustedDocuments(config.trustedDocuments);
  return {
    identify: identity.identify,
    tokens: identity.tokens,
    developmentUsers: developmentUsers && (async () => developmentUsers((await city()).enterprise)),
    publicUrl: config.publicUrl,
    publicKeys: async () => publicKeys(config.keysDir),
    metering: config,
    corsOrigins: config.corsOrigins,
    audit,
    logger,
    metrics,
    tracing,
    clock,
    engine: config.gatewayEngine,
    jit: config.gatewayJit,
    trusted,
    known: await knownDocuments(trusted),
    shutdownDelayMs: config.shutdownDelayMs,
    examples: async (door) => fillExamples(await doorExamples(door), (await city()).places),
  };
}
