import { startDepartment, type RunningDepartment } from '../../gateway/department/startDepartment.ts';
import { startRemoteGateway } from '../../gateway/remote/startRemoteGateway.ts';
import type { CityOptions, RunningCity } from '../../gateway/startCity.ts';
import type { Config } from '../../src/config/env.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { freePort } from './freePort.ts';

/** A change goes from a department to the ledger, to its followers, and what these write goes there again. */
const ROUNDS = 3;

/** A city whose departments answer over HTTP. */
export interface RemoteCity extends RunningCity {
  /** By name. */
  readonly departments: ReadonlyMap<string, RunningDepartment>;
}

/**
 * Starts a city in the shape of many processes, within this one: each department has connections, a server and a door of its own, and
 * all that passes between them and the gateway goes over HTTP.
 *
 * @param config - the settings
 * @param logger - the log
 * @param definitions - what the city has
 * @param options - the time
 */
export async function startRemoteCity(
  config: Config,
  logger: Logger,
  definitions: readonly SubgraphDefinition[],
  { clock = () => new Date() }: CityOptions = {},
): Promise<RemoteCity> {
  const port = await freePort();
  const place = { port: 0, host: '127.0.0.1', gatewayUrl: `http://127.0.0.1:${port}`, clock };
  const started: [string, RunningDepartment][] = [];
  for (const { name } of definitions) {
    started.push([name, await startDepartment(config, logger, definitions, { ...place, name })]);
  }
  const departments = new Map(started);
  const addresses = new Map(started.map(([name, { url }]) => [name, { url: `${url}/graphql`, deadlineMs: 10_000 }]));
  const gateway = await startRemoteGateway(config, logger, definitions, { addresses, port, host: '127.0.0.1', clock });
  return {
    ...gateway,
    departments,
    async settled() {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const department of departments.values()) await department.settled();
      }
    },
    async stop() {
      for (const department of departments.values()) await department.stop();
      await gateway.stop();
    },
  };
}
