import { join } from 'node:path';
import type { Config } from '../../src/config/env.ts';
import { KERNEL_ERRORS } from '../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../src/errors/gatewayCodes.ts';
import { IDENTITY_ERRORS } from '../../src/errors/identityCodes.ts';
import { INGEST_ERRORS } from '../../src/errors/ingestCodes.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { KeyRing } from '../../src/identity/KeyRing.ts';
import { keySigner } from '../../src/identity/keySigner.ts';
import { PublicKeyRing } from '../../src/identity/PublicKeyRing.ts';
import { SERVICE_KEY } from '../../src/identity/serviceToken.ts';
import { LEDGER } from '../../src/ledger/chain/LedgerDatabase.ts';
import { startLedgerWork } from '../../src/ledger/startLedgerWork.ts';
import { openSharedMongo } from '../../src/mongod/openSharedMongo.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { onlyServersOf } from '../onlyServersOf.ts';
import { databaseReadiness } from '../databaseReadiness.ts';
import { Departure } from '../http/Departure.ts';
import { listenOn } from '../http/listenOn.ts';
import { OperationsInFlight } from '../http/OperationsInFlight.ts';
import { importUpload } from '../importUpload.ts';
import { measuredUpload } from '../metrics/measuredUpload.ts';
import { openTelemetry } from '../metrics/openTelemetry.ts';
import { subjectDirectory } from '../subjectDirectory.ts';
import { inProcessTransports } from '../transport/inProcessTransports.ts';
import { timed } from '../transport/timed.ts';
import { connectDepartment } from './connectDepartment.ts';
import { departmentServer } from './departmentServer.ts';
import { gatewayClient } from './gatewayClient.ts';
import { InnerCalls } from './InnerCalls.ts';

/** Which department runs, and where. */
export interface DepartmentOptions {
  readonly name: string;
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Where the gateway is asked, for instance `http://127.0.0.1:4000`. */
  readonly gatewayUrl: string;
  /** Tells the time; tests fix it. */
  readonly clock?: () => Date;
}

/** A department that listens. */
export interface RunningDepartment {
  /** For instance `http://127.0.0.1:4101`; GraphQL is at `/graphql` below it. */
  readonly url: string;
  /** Waits until what it has written stands in the ledger and its own views have followed. */
  readonly settled: () => Promise<void>;
  /** Takes no more requests, lets those in flight finish, and frees everything that was opened here. */
  readonly stop: () => Promise<void>;
}

const DEADLINE_MS = 10_000;
const TABLE = { ...INGEST_ERRORS, ...IDENTITY_ERRORS, ...KERNEL_ERRORS, ...GATEWAY_ERRORS };

/**
 * Starts one department in this process: its database, its part of the ledger's work, and the door for its gateway. What was opened is
 * closed again in the opposite order, also when a later step fails.
 *
 * @param config - the settings
 * @param logger - the log
 * @param definitions - all departments that there are; the others are known by their declarations only
 * @param options - see {@link DepartmentOptions}
 * @throws StartError with what the user can do
 */
export async function startDepartment(
  config: Config,
  logger: Logger,
  definitions: readonly SubgraphDefinition[],
  { name, port, host, gatewayUrl, clock = () => new Date() }: DepartmentOptions,
): Promise<RunningDepartment> {
  const definition = definitions.find((each) => each.name === name);
  if (definition === undefined) throw unknownDepartment(name, definitions);
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    const mongo = await openSharedMongo(onlyServersOf(config, [name, LEDGER]), logger, [name, LEDGER]);
    closing.push(async () => mongo.stop());
    const keys = config.keysDir;
    const calls = new InnerCalls(new PublicKeyRing(keys, 'inner'), name);
    const serviceKeys = new KeyRing(join(keys, name), SERVICE_KEY);
    await serviceKeys.signing();
    const graph = gatewayClient({ department: name, gatewayUrl, keys: serviceKeys, calls, logger });
    closing.push(async () => graph.close());
    const services = { definitions, graph, signer: keySigner(keys) };
    const connected = await connectDepartment(definition, config, mongo.uri, services);
    closing.push(async () => connected.close());
    const work = startLedgerWork([connected.subgraph], { ...connected, graphOf: () => graph, logger, clock });
    closing.push(async () => work.stop());
    const telemetry = await openTelemetry(config, name, logger);
    closing.push(async () => telemetry.close());
    const { metrics, tracing } = telemetry;
    tracing?.watch([connected.client]);
    const uploads = importUpload([connected.subgraph], {
      folder: join(config.dataDir, 'uploads'),
      logger,
      clock,
      openDirectory: () => ({
        ...subjectDirectory(async (query, variables) => graph.ask(query, variables), definitions, logger),
        close: async () => Promise.resolve(),
      }),
    });
    const transports = inProcessTransports([connected.subgraph], {
      ...{ logger, deadlineMs: DEADLINE_MS, jit: config.gatewayJit },
    });
    const operations = new OperationsInFlight();
    const departure = new Departure({ operations, logger, delayMs: config.shutdownDelayMs });
    const server = departmentServer({
      schema: definition.schema,
      transport: timed(transports(name), (answer) => metrics?.fetch({ department: name, ...answer })),
      calls,
      tracing,
      importUpload: metrics ? measuredUpload(uploads, metrics) : uploads,
      ready: async () => databaseReadiness([connected.subgraph]),
      departure,
      operations,
      table: TABLE,
      logger,
    });
    closing.push(async () => departure.leave(server));
    const url = await listenOn(server, { host, port });
    let stopping: Promise<void> | undefined;
    return { url, settled: async () => work.settled(), stop: async () => (stopping ??= stop()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function unknownDepartment(name: string, definitions: readonly SubgraphDefinition[]): StartError {
  return new StartError('DEPARTMENT_UNKNOWN', { name, names: definitions.map((each) => each.name).join(', ') });
}
