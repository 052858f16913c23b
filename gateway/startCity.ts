import { join } from 'node:path';
import { AUDIT } from '../src/audit/AuditDatabase.ts';
import { expireRecords } from '../src/audit/retention.ts';
import type { Config } from '../src/config/env.ts';
import { IDENTITY } from '../src/identity/clients/IdentityDatabase.ts';
import { KeyRing } from '../src/identity/KeyRing.ts';
import { keySigner } from '../src/identity/keySigner.ts';
import { publicKeys } from '../src/identity/publicKeys.ts';
import { openMongo } from '../src/mongod/openMongo.ts';
import { fillExamples } from '../src/portal/fillExamples.ts';
import { readExamples } from '../src/portal/readExamples.ts';
import { loadSampleIfEmpty } from '../src/sample/loadSampleIfEmpty.ts';
import { LEDGER } from '../src/ledger/chain/LedgerDatabase.ts';
import { Worker } from '../src/ledger/Worker.ts';
import { startLedgerWork } from '../src/ledger/startLedgerWork.ts';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { cityAudit } from './cityAudit.ts';
import { cityIdentity } from './cityIdentity.ts';
import { departmentGraph } from './departmentGraph.ts';
import { connectDepartments } from './connectDepartments.ts';
import { readTrustedDocuments } from './documents/readTrustedDocuments.ts';
import { knownDocuments } from './engine/knownDocuments.ts';
import { exampleCodes } from './exampleCodes.ts';
import { importUpload } from './importUpload.ts';
import { keptGraph } from './keptGraph.ts';
import { gatewaySubgraph } from './limits/gatewaySubgraph.ts';
import { startGateway, type RunningGateway } from './startGateway.ts';

/** What may differ from one start to another, beside the settings. */
export interface CityOptions {
  /** Tells the time; tests fix it. */
  readonly clock?: () => Date;
  /** Whether an empty registry gets the sample city before the first request. */
  readonly withSample?: boolean;
}

const DAY_MS = 86_400_000;

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
    const keys = join(config.dataDir, 'keys');
    const connected = await connectDepartments(departments, config, mongo.uri, graph, keySigner(keys));
    closing.push(() => connected.close());
    if (withSample) await loadSampleIfEmpty(connected.subgraphs, logger, clock());
    const identity = await cityIdentity(config, mongo.uri, departments);
    closing.push(() => identity.close());
    const { developmentUsers } = identity;
    const trusted = await readTrustedDocuments(config.trustedDocuments);
    const audit = await cityAudit(config, mongo.uri, logger, clock);
    closing.push(() => audit.close());
    const run = async (): Promise<void> => {
      await expireRecords(audit.database, clock());
    };
    const retention = new Worker({ name: 'audit retention', everyMs: DAY_MS, logger, run });
    closing.push(() => retention.stop());
    const gateway: RunningGateway = await startGateway({
      subgraphs: connected.subgraphs,
      identify: identity.identify,
      tokens: identity.tokens,
      developmentUsers: developmentUsers && (async () => developmentUsers((await exampleCodes(gateway.url))[0])),
      ready: () => connected.ready(),
      publicUrl: config.publicUrl,
      publicKeys: () => publicKeys(keys),
      importUpload: importUpload(connected.subgraphs, { folder: join(config.dataDir, 'uploads'), logger, clock }),
      metering: config,
      audit: audit.log,
      graph: await keptGraph([...connected.subgraphs, gatewaySubgraph()]),
      logger,
      clock,
      port: config.port,
      host: config.host,
      engine: config.gatewayEngine,
      jit: config.gatewayJit,
      trusted,
      known: await knownDocuments(trusted),
      examples: async () => fillExamples(await readExamples(), await exampleCodes(gateway.url)),
    });
    closing.push(() => gateway.stop());
    graph.open(gateway.askGraph);
    const checkpointKey = new KeyRing(keys, 'checkpoints');
    // Published from the start on, not only once the first checkpoint is due.
    await checkpointKey.signing();
    const work = startLedgerWork(connected.subgraphs, {
      ...connected,
      graphOf: (department) => graph.clientOf(department),
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
