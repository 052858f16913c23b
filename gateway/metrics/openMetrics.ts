import fastify from 'fastify';
import type { Config } from '../../src/config/env.ts';
import { Metrics } from '../../src/telemetry/Metrics.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { listenOn } from '../http/listenOn.ts';

/** The figures of a process, and the door at which they are read. */
export interface OpenedMetrics {
  readonly metrics: Metrics;
  /** For instance `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens `GET /metrics` at a port of its own, so that no proxy before the API shows it by mistake.
 *
 * @param config - the settings; without a port nothing is measured
 * @param logger - the log
 * @throws StartError `PORT_IN_USE` when another program listens there
 */
export async function openMetrics(
  { metricsPort: port, metricsHost: host }: Pick<Config, 'metricsPort' | 'metricsHost'>,
  logger: Logger,
): Promise<OpenedMetrics | undefined> {
  if (port === undefined) return undefined;
  const metrics = new Metrics();
  const server = fastify();
  server.get('/metrics', async (_request, reply) => {
    void reply.type(metrics.contentType).header('cache-control', 'no-store');
    return metrics.text();
  });
  const url = `${await listenOn(server, { host, port })}/metrics`;
  logger.info({ url }, 'metrics are served');
  return { metrics, url, close: async () => server.close() };
}
