import { join } from 'node:path';
import { AUDIT } from '../src/audit/AuditDatabase.ts';
import type { Config } from '../src/config/env.ts';
import { IDENTITY } from '../src/identity/clients/IdentityDatabase.ts';
import { KeyRing } from '../src/identity/KeyRing.ts';
import { keySigner } from '../src/identity/keySigner.ts';
import { openMongo } from '../src/mongod/openMongo.ts';
import { loadSampleIfEmpty } from '../src/sample/loadSampleIfEmpty.ts';
import { LEDGER } from '../src/ledger/chain/LedgerDatabase.ts';
import { fillFirst } from '../src/ledger/fillFirst.ts';
import { startLedgerWork } from '../src/ledger/startLedgerWork.ts';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { cityIdentity } from './cityIdentity.ts';
import { departmentGraph } from './departmentGraph.ts';
import { connectDepartments } from './connectDepartments.ts';
import { gatewaySettings } from './gatewaySettings.ts';
import { importUpload } from './importUpload.ts';
import { keptAudit } from './keptAudit.ts';
import { keptGraph } from './keptGraph.ts';
import { gatewaySubgraph } from './limits/gatewaySubgraph.ts';
import { migrateEmbedded } from './migrateEmbedded.ts';
import { openTelemetry } from './metrics/openTelemetry.ts';
import { startGateway, type RunningGateway } from './startGateway.ts';

/** What may differ from one start to another, beside the settings. */
export interface CityOptions {
  /** Tells the time; tests fix it. */
  readonly clock?: () => Date;
  /** Whether an empty registry gets the sample city before the first request. */
  readonly withSample?: boolean;
}

/** A city that listens. */
export interface RunningCity extends RunningGateway {
  /** Waits until all that was written stands in the ledger and in every view that follows it, and duties are done that are due. */
  readonly settled: () => Promise<void>;
}

/**
 * Starts everything in one process: the database, the departments, the gateway. What was opened is closed again in
 * the opposite order, also when a later step fails.
 *
 * @param config - the settings
 * @param logger - the log
 * @param departments - what the city has
 * @param options - see {@link CityOptions}
 * @throws StartError with what the user can do
 */
export async function startCity(
  config: Config,
  logger: Logger,
  departments: readonly SubgraphDefinition[],
  { clock = () => new Date(), withSample = false }: CityOptions = {},
): Promise<RunningCity> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    const names = departments.map(({ name }) => name);
    const mongo = await openMongo(config, logger, [...names, LEDGER, IDENTITY, AUDIT]);
    closing.push(() => mongo.stop());
    const graph = departmentGraph();
    const keys = config.keysDir;
    const leaving = { ...config, oldSchemas: 'LEFT' } as const;
    const connected = await connectDepartments(departments, leaving, mongo.uri, graph, keySigner(keys));
    closing.push(() => connected.close());
    await migrateEmbedded(connected.subgraphs, config, logger);
    const graphOf = (department: string) => graph.clientOf(department);
    if (withSample && (await loadSampleIfEmpty(connected.subgraphs, logger, clock())) !== null)
      await fillFirst(connected.subgraphs, { ...connected, graphOf, logger, clock });
    const identity = await cityIdentity(config, mongo.uri, departments);
    closing.push(() => identity.close());
    const audit = await keptAudit(config, mongo.uri, logger, clock);
    closing.push(() => audit.close());
    const telemetry = await openTelemetry(config, 'city', logger);
    closing.push(() => telemetry.close());
    const { metrics, tracing } = telemetry;
    tracing?.watch(connected.clients);
    const gateway: RunningGateway = await startGateway({
      ...(await gatewaySettings(config, { identity, audit, logger, metrics, tracing, clock, gateway: () => gateway })),
      subgraphs: connected.subgraphs,
      ready: () => connected.ready(),
      importUpload: importUpload(connected.subgraphs, { folder: join(config.dataDir, 'uploads'), logger, clock }),
      graph: await keptGraph([...connected.subgraphs, gatewaySubgraph()]),
      port: config.port,
      host: config.host,
    });
    closing.push(() => gateway.stop());
    metrics?.watchPlans(() => gateway.engine.planCache?.());
    graph.open(gateway.askGraph);
    const checkpointKey = new KeyRing(keys, 'checkpoints');
    // Published from the start on, not only once the first checkpoint is due.
    await checkpointKey.signing();
    const work = startLedgerWork(connected.subgraphs, {
      ...connected,
      graphOf,
      checkpointKey,
      logger,
      clock,
    });
    closing.push(() => work.stop());
    return { ...gateway, stop, settled: () => work.settled() };
  } catch (error) {
    await stop();
    throw error;
  }
}
