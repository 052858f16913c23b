import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AUDIT } from '../../src/audit/AuditDatabase.ts';
import type { Config } from '../../src/config/env.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { IDENTITY } from '../../src/identity/clients/IdentityDatabase.ts';
import { KeyRing } from '../../src/identity/KeyRing.ts';
import { PublicKeyRing } from '../../src/identity/PublicKeyRing.ts';
import { SERVICE_KEY } from '../../src/identity/serviceToken.ts';
import { LEDGER, openLedger } from '../../src/ledger/chain/LedgerDatabase.ts';
import { CheckpointWork } from '../../src/ledger/CheckpointWork.ts';
import { openSharedMongo } from '../../src/mongod/openSharedMongo.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import type { Tracing } from '../../src/telemetry/Tracing.ts';
import { cityIdentity } from '../cityIdentity.ts';
import { gatewaySettings } from '../gatewaySettings.ts';
import type { InnerDoor } from '../http/innerRoute.ts';
import { keptAudit } from '../keptAudit.ts';
import { keptGraph } from '../keptGraph.ts';
import { gatewaySubgraph } from '../limits/gatewaySubgraph.ts';
import { openTelemetry } from '../metrics/openTelemetry.ts';
import { onlyServersOf } from '../onlyServersOf.ts';
import { startGateway, type RunningGateway } from '../startGateway.ts';
import { HttpTransport } from '../transport/HttpTransport.ts';
import { innerHeaders } from '../transport/innerHeaders.ts';
import { forwardUpload } from './forwardUpload.ts';
import type { SubgraphAddress } from './readSubgraphs.ts';
import { remoteReadiness } from './remoteReadiness.ts';
import { SchemaWatch } from './SchemaWatch.ts';
import { serviceSdl } from './serviceSdl.ts';

/** The databases that a gateway has of its own. */
const OWN = [IDENTITY, LEDGER, AUDIT];

/** What may differ from one start to another, beside the settings. */
export interface RemoteGatewayOptions {
  /** Where departments answer, by name. */
  readonly addresses: ReadonlyMap<string, SubgraphAddress>;
  readonly port: number;
  readonly host: string;
  /** Tells the time; tests fix it. */
  readonly clock?: () => Date;
}

/**
 * Starts a gateway over departments that run in processes of their own. It keeps callers and budgets, signs what departments are told of
 * callers, and the checkpoints of the ledger; of facts it has none.
 *
 * @param config - the settings
 * @param logger - the log
 * @param definitions - all departments of this release
 * @param options - see {@link RemoteGatewayOptions}
 * @throws StartError with what the user can do
 */
export async function startRemoteGateway(
  config: Config,
  logger: Logger,
  definitions: readonly SubgraphDefinition[],
  { addresses, port, host, clock = () => new Date() }: RemoteGatewayOptions,
): Promise<RunningGateway> {
  refuseUnknown(definitions, addresses);
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    const mongo = await openSharedMongo(onlyServersOf(config, OWN), logger, OWN);
    closing.push(async () => mongo.stop());
    const keys = config.keysDir;
    const innerKeys = new KeyRing(keys, 'inner');
    await innerKeys.signing();
    const identity = await cityIdentity(config, mongo.uri, definitions);
    closing.push(async () => identity.close());
    const audit = await keptAudit(config, mongo.uri, logger, clock);
    closing.push(async () => audit.close());
    const checkpoints = await startCheckpoints(config, mongo.uri, logger);
    closing.push(async () => checkpoints.stop());
    const headersOf = new Map(definitions.map(({ name }) => [name, innerHeaders(innerKeys, name)]));
    const telemetry = await openTelemetry(config, 'gateway', logger);
    closing.push(async () => telemetry.close());
    const { metrics, tracing } = telemetry;
    const transports = connectTransports(definitions, addresses, headersOf, logger, tracing);
    closing.push(async () => {
      await Promise.all([...transports.values()].map(async (transport) => transport.close()));
    });
    const present = definitions.filter(({ name }) => addresses.has(name));
    metrics?.watchBreakers(() => new Map([...transports].map(([name, { breaker }]) => [name, breaker])));
    // The gateway is asked whether it is ready before there is something to watch.
    const watches: SchemaWatch[] = [];
    const gateway: RunningGateway = await startGateway({
      ...(await gatewaySettings(config, { identity, audit, logger, metrics, tracing, clock, gateway: () => gateway })),
      subgraphs: present,
      graph: await keptGraph([...present, gatewaySubgraph()]),
      transportOf: (name) => lasting(transports, name),
      inner: innerDoor(keys, innerKeys, definitions),
      ready: async () => Promise.resolve(remoteReadiness(transports, watches[0]?.refusal)),
      importUpload: forwardUpload(
        definitions,
        (department) => addresses.get(department)?.url,
        async (department, caller) => {
          const request = { caller, requestId: randomUUID(), now: clock(), locale: 'en' as const };
          return (await headersOf.get(department)?.({ request })) ?? {};
        },
      ),
      port,
      host,
    });
    closing.push(async () => gateway.stop());
    metrics?.watchPlans(() => gateway.engine.planCache?.());
    const watch = new SchemaWatch({
      transports,
      served: new Map(
        await Promise.all(present.map(async ({ name, schema }) => [name, await serviceSdl(schema)] as const)),
      ),
      serve: async (sources) => gateway.serve(sources),
      logger,
    });
    watches.push(watch);
    watch.start();
    closing.push(async () => watch.stop());
    return { ...gateway, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function connectTransports(
  definitions: readonly SubgraphDefinition[],
  addresses: ReadonlyMap<string, SubgraphAddress>,
  headersOf: ReadonlyMap<string, ReturnType<typeof innerHeaders>>,
  logger: Logger,
  tracing: Tracing | undefined,
): ReadonlyMap<string, HttpTransport> {
  const traceHeaders = (): Readonly<Record<string, string>> => tracing?.headers() ?? {};
  return new Map(
    definitions.flatMap(({ name, title }) => {
      const address = addresses.get(name);
      const signed = headersOf.get(name);
      if (address === undefined || signed === undefined) return [];
      return [
        [name, new HttpTransport({ name, title }, { ...address, logger, headersOf: signed, traceHeaders })] as const,
      ];
    }),
  );
}

/** Engines come and go with the schema; connections and breakers stay. */
function lasting(transports: ReadonlyMap<string, HttpTransport>, name: string): Pick<HttpTransport, 'fetch'> {
  const transport = transports.get(name);
  if (transport === undefined) throw new Error(`The supergraph names ${name}, which has no address`);
  return { fetch: async (fetch) => transport.fetch(fetch) };
}

function innerDoor(keys: string, innerKeys: KeyRing, definitions: readonly SubgraphDefinition[]): InnerDoor {
  const rings = new Map(definitions.map(({ name }) => [name, new PublicKeyRing(join(keys, name), SERVICE_KEY)]));
  return { keys: innerKeys, keysOf: (department) => rings.get(department) };
}

async function startCheckpoints(config: Config, sharedUri: string, logger: Logger): Promise<{ stop(): Promise<void> }> {
  const key = new KeyRing(config.keysDir, 'checkpoints');
  // Published from the start on, not only once the first checkpoint is due.
  await key.signing();
  const connection = await openConnection(config.departmentMongodbUris[LEDGER] ?? sharedUri);
  const work = new CheckpointWork({ ledger: await openLedger(connection, config.databasePrefix), key, logger });
  return {
    async stop() {
      await work.stop();
      await connection.close();
    },
  };
}

function refuseUnknown(
  definitions: readonly SubgraphDefinition[],
  addresses: ReadonlyMap<string, SubgraphAddress>,
): void {
  const names = definitions.map(({ name }) => name);
  const unknown = [...addresses.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) throw new StartError('DEPARTMENT_UNKNOWN', { name: unknown, names: names.join(', ') });
}
