import { join } from 'node:path';
import type { Logger } from 'pino';
import { NO_ORIGINS, type CorsOrigins } from '../src/config/corsOrigins.ts';
import type { GatewayEngine } from '../src/config/env.ts';
import { projectRoot } from '../src/config/projectRoot.ts';
import { KERNEL_ERRORS, type ErrorEntry } from '../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../src/errors/gatewayCodes.ts';
import { IDENTITY_ERRORS } from '../src/errors/identityCodes.ts';
import { INGEST_ERRORS } from '../src/errors/ingestCodes.ts';
import { AUTHORITY_ERRORS } from '../src/errors/authorityCodes.ts';
import type { Identify } from '../src/identity/identifyCaller.ts';
import type { TokenEndpoint } from '../src/identity/oauth/TokenEndpoint.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../src/subgraph/Subgraph.ts';
import type { Metrics } from '../src/telemetry/Metrics.ts';
import type { Tracing } from '../src/telemetry/Tracing.ts';
import { auditedUpload } from './audit/auditedUpload.ts';
import type { CityAudit } from './cityAudit.ts';
import type { TrustedDocuments } from './documents/TrustedDocuments.ts';
import type { SubgraphSource } from './compose.ts';
import { composeContracts, type ContractedGraph } from './doors/composeContracts.ts';
import { openDoors } from './doors/openDoors.ts';
import { ServedGraph } from './doors/ServedGraph.ts';
import type { Engine, KnownDocument } from './engine/Engine.ts';
import { askGraph, type AskGraph } from './askGraph.ts';
import { joinDepartments } from './joinDepartments.ts';
import { createHttpServer } from './http/createHttpServer.ts';
import { Departure } from './http/Departure.ts';
import type { ReadDevelopmentUsers } from './http/developmentRoute.ts';
import type { CheckReadiness } from './http/healthRoutes.ts';
import type { ImportUpload } from './http/importRoute.ts';
import type { ReadPublicKeys } from './http/keysRoute.ts';
import type { InnerDoor } from './http/innerRoute.ts';
import { listenOn } from './http/listenOn.ts';
import { OperationsInFlight } from './http/OperationsInFlight.ts';
import type { PortalOptions } from './http/portalRoutes.ts';
import type { RequestPayer } from './http/requestPayer.ts';
import { refusalHeaders, type RefusalHeaders } from './limits/refusalHeaders.ts';
import type { Metering } from './limits/Metering.ts';
import { attemptCharge, type ChargeAttempt } from './limits/attemptCharge.ts';
import { budgetSubgraph, gatewaySubgraph } from './limits/gatewaySubgraph.ts';
import { meteredGraph, type GatewayMetering } from './limits/meteredGraph.ts';
import { measuredUpload } from './metrics/measuredUpload.ts';
import { enumWords } from './report/enumWords.ts';
import type { Transport } from './transport/Transport.ts';

/** All that the gateway needs; it reads neither environment nor files beside the built portal. */
export interface GatewayOptions {
  /** The departments that answer: connected ones, unless another way leads to them. */
  readonly subgraphs: readonly (ConnectedSubgraph | SubgraphDefinition)[];
  readonly identify: Identify;
  /** Gives registered clients their tokens; without it there is no such door. */
  readonly tokens?: TokenEndpoint;
  /** Makes callers to try everything with; without it there is no such door. */
  readonly developmentUsers?: ReadDevelopmentUsers | undefined;
  readonly ready: CheckReadiness;
  readonly logger: Logger;
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Queries that the explorer of a door offers, by the door's name; asked for whenever it is opened. */
  readonly examples?: PortalOptions['examples'];
  /** Pages of other origins that may ask at the doors from a browser; only at the public's unless given. */
  readonly corsOrigins?: CorsOrigins;
  /** Takes in files over HTTP; without it there is no such door. */
  readonly importUpload?: ImportUpload;
  /** Where others reach this server, as reports print it; as each request names it unless given. */
  readonly publicUrl?: string | undefined;
  /** Public keys of what the departments sign; none unless given. */
  readonly publicKeys?: ReadPublicKeys;
  /** Error tables of the departments, by code. */
  readonly departmentErrors?: Readonly<Record<string, ErrorEntry>>;
  /** The composed graph, where it is at hand; composed from the departments otherwise. */
  readonly graph?: Omit<ContractedGraph, 'apiSdl'>;
  /** Folder of the built explorer; `dist/portal` unless given. */
  readonly portalFolder?: string;
  /** Tells the time; tests fix it. */
  readonly clock?: () => Date;
  /** How long a department may take for one fetch, in milliseconds; 10 s unless given. */
  readonly deadlineMs?: number;
  /** What joins the departments' answers; the product's own executor unless given. */
  readonly engine?: GatewayEngine;
  /** Departments whose documents are compiled by graphql-jit; `all` stands for every one, none unless given. */
  readonly jit?: readonly string[];
  /** Documents that are planned before the first request; none unless given. */
  readonly known?: readonly KnownDocument[];
  /** Documents that callers may name instead of sending them; none unless given. */
  readonly trusted?: TrustedDocuments;
  /** How departments are reached; in this process unless given. */
  readonly transportOf?: (name: string) => Transport;
  /** What callers may spend; nothing is metered unless somebody has limits. */
  readonly metering?: GatewayMetering;
  /** Where operations with credentials and writes are recorded, and calls counted; nowhere unless given. */
  readonly audit?: Omit<CityAudit, 'close'>;
  /** The figures of the process; nothing is measured unless given. */
  readonly metrics?: Metrics | undefined;
  /** Follows requests; none is followed unless given. */
  readonly tracing?: Tracing | undefined;
  /** Largest request body, in bytes; 1 MiB unless given. */
  readonly bodyLimit?: number;
  /** Tells departments in processes of their own apart, which ask the graph; without it there is no such door. */
  readonly inner?: InnerDoor;
  /** How long requests are still answered after a stop began, so that balancers notice first, in milliseconds; 0 unless given. */
  readonly shutdownDelayMs?: number;
}

/** A gateway that listens. */
export interface RunningGateway {
  /** Runs one operation as any client would, without HTTP. */
  readonly askGraph: AskGraph;
  /** What joins the departments' answers, and the figures of its plans. */
  readonly engine: Pick<Engine, 'kind' | 'planCache'>;
  /**
   * Serves the graph of other schemas from now on, without an operation being lost.
   *
   * @param sources - name and SDL of each department
   * @throws CompositionError when they do not fit together; what was served before is served on
   */
  readonly serve: (sources: readonly SubgraphSource[]) => Promise<void>;
  /** Where it listens, for instance `http://127.0.0.1:4000`. */
  readonly url: string;
  /**
   * Takes no more requests, lets those in flight finish (up to 8 s, then they are cut off), and frees
   * everything that was opened here. Calling it twice is the same as calling it once.
   */
  readonly stop: () => Promise<void>;
}

const BODY_LIMIT = 1_048_576;

/**
 * Joins the departments and serves the graph, the explorer and the health checks over HTTP.
 *
 * @param options - the departments and where to listen
 * @throws CompositionError when the departments do not fit together
 * @throws StartError `PORT_IN_USE` when another program listens there
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { logger, port, host } = options;
  const table = {
    ...options.departmentErrors,
    ...INGEST_ERRORS,
    ...IDENTITY_ERRORS,
    ...AUTHORITY_ERRORS,
    ...KERNEL_ERRORS,
    ...GATEWAY_ERRORS,
  };
  const { graph, metering, payerOf } = await meteredGraph(options);
  const { supergraphSdl } = graph;
  const schemas = options.subgraphs.map(({ schema }) => schema);
  const { audit, metrics } = options;
  const settings = { schemas, table, logger, metering, audit, metrics };
  const served = await ServedGraph.of(graph, async ({ supergraphSdl: sdl, contracts }) => {
    const engine = await joinDepartments(sdl, options, (request) => metering?.standingOf(request));
    const opened = await openDoors(engine, { ...settings, contracts });
    metering?.priceBy(sdl);
    return { ...opened, engine };
  });

  const operations = new OperationsInFlight();
  const departure = new Departure({ operations, logger, delayMs: options.shutdownDelayMs });
  const clock = options.clock ?? (() => new Date());
  const { budgetOf, chargeAttempt } = told(metering, payerOf);
  const askFrom = (door?: string): AskGraph => askGraph(() => served.inner, clock, door);
  const ask = askFrom();
  const server = await createHttpServer({
    graphql: {
      operations,
      identify: options.identify,
      clock,
      payerOf,
      budgetOf,
      trusted: options.trusted,
      tracing: options.tracing,
    },
    doors: served.doors(),
    corsOrigins: options.corsOrigins ?? NO_ORIGINS,
    portal: {
      hasCallers: options.developmentUsers !== undefined,
      folder: options.portalFolder ?? join(projectRoot(), 'dist', 'portal'),
      examples: options.examples ?? (async () => Promise.resolve([])),
    },
    importUpload: uploadOf(options),
    tokens: options.tokens,
    chargeAttempt,
    developmentUsers: options.developmentUsers,
    reconcile: { askGraph: askFrom('/reconcile') },
    verify: { askGraph: askFrom('/verify') },
    reports: {
      askGraph: askFrom('/reports'),
      words: enumWords(supergraphSdl),
      publicUrl: options.publicUrl,
    },
    publicKeys: options.publicKeys ?? (async () => Promise.resolve([])),
    ready: options.ready,
    inner: innerOf(options, ask),
    departure,
    audit,
    table,
    logger,
    bodyLimit: options.bodyLimit ?? BODY_LIMIT,
  });

  const stop = async (): Promise<void> => {
    await departure.leave(server);
    await served.stop();
    await metering?.close();
  };
  let stopping: Promise<void> | undefined;
  const stopOnce = async (): Promise<void> => (stopping ??= stop());
  try {
    const serve = async (sources: readonly SubgraphSource[]): Promise<void> =>
      served.serve(
        composeContracts(
          options.metering ? [...sources, options.audit ? gatewaySubgraph() : budgetSubgraph()] : sources,
        ),
      );
    const { engine } = served;
    return { url: await listenOn(server, { host, port }), askGraph: ask, engine, serve, stop: stopOnce };
  } catch (error) {
    await stopOnce();
    throw error;
  }
}

/** What stands beside operations: what a refusal tells of a budget, and what an attempt to get a token costs. */
interface Told {
  readonly budgetOf?: RefusalHeaders;
  readonly chargeAttempt?: ChargeAttempt;
}

function told(metering: Metering | undefined, payerOf: RequestPayer | undefined): Told {
  if (!metering || !payerOf) return {};
  return { budgetOf: refusalHeaders(metering, payerOf), chargeAttempt: attemptCharge(metering, payerOf) };
}

function innerOf({ inner }: GatewayOptions, ask: AskGraph): (InnerDoor & { readonly askGraph: AskGraph }) | undefined {
  return inner && { ...inner, askGraph: ask };
}

function uploadOf({ importUpload, audit, metrics }: GatewayOptions): ImportUpload | undefined {
  const audited = importUpload && audit ? auditedUpload(importUpload, audit.log) : importUpload;
  return audited && metrics ? measuredUpload(audited, metrics) : audited;
}
