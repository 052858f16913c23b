import type { Config } from '../../src/config/env.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import type { Metrics } from '../../src/telemetry/Metrics.ts';
import { openTracing, type Tracing } from '../../src/telemetry/Tracing.ts';
import { openMetrics } from './openMetrics.ts';

/** What tells operators how a process does; absent is what the settings do not ask for. */
export interface Telemetry {
  readonly metrics: Metrics | undefined;
  readonly tracing: Tracing | undefined;
  close(): Promise<void>;
}

/**
 * Opens what the settings ask for.
 *
 * @param config - the settings
 * @param service - what this process is, such as `gateway` or the name of a department
 * @param logger - the log
 * @throws StartError `PORT_IN_USE` when another program listens where figures are to be served
 */
export async function openTelemetry(
  config: Pick<Config, 'metricsPort' | 'metricsHost' | 'traceEndpoint' | 'traceRatio'>,
  service: string,
  logger: Logger,
): Promise<Telemetry> {
  const served = await openMetrics(config, logger);
  const tracing = openTracing(config, service);
  const close = async (): Promise<void> => {
    await tracing?.close();
    await served?.close();
  };
  return { metrics: served?.metrics, tracing, close };
}
