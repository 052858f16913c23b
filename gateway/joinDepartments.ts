import type { Logger } from 'pino';
import { DEFAULT_ENGINE, type GatewayEngine } from '../src/config/env.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../src/subgraph/Subgraph.ts';
import type { Metrics } from '../src/telemetry/Metrics.ts';
import type { Tracing } from '../src/telemetry/Tracing.ts';
import { authorisedTransport } from './authority/authorisedTransport.ts';
import { spendByDepartment } from './authority/SpendAuthorisation.ts';
import type { CityAudit } from './cityAudit.ts';
import { createEngine } from './engine/createEngine.ts';
import type { Engine, KnownDocument } from './engine/Engine.ts';
import { budgetResolvers, gatewayResolvers, type FindStanding } from './limits/gatewayResolvers.ts';
import { gatewaySchema } from './limits/gatewaySchema.ts';
import { budgetSubgraph, GATEWAY, gatewaySubgraph } from './limits/gatewaySubgraph.ts';
import { GatewayTransport } from './limits/GatewayTransport.ts';
import { inProcessTransports } from './transport/inProcessTransports.ts';
import { timed } from './transport/timed.ts';
import { traced } from './transport/traced.ts';
import type { Transport } from './transport/Transport.ts';

/** What is joined, and how. */
export interface Joining {
  readonly subgraphs: readonly (ConnectedSubgraph | SubgraphDefinition)[];
  readonly logger: Logger;
  readonly engine?: GatewayEngine | undefined;
  readonly jit?: readonly string[] | undefined;
  readonly deadlineMs?: number | undefined;
  readonly known?: readonly KnownDocument[] | undefined;
  /** How departments are reached; in this process unless given. */
  readonly transportOf?: ((name: string) => Transport) | undefined;
  readonly audit?: Omit<CityAudit, 'close'> | undefined;
  /** The figures of the process; nothing is measured unless given. */
  readonly metrics?: Metrics | undefined;
  /** Follows requests; none is followed unless given. */
  readonly tracing?: Tracing | undefined;
}

const DEADLINE_MS = 10_000;

/**
 * Makes the engine over the departments and the gateway's own part of the graph.
 *
 * @param supergraphSdl - the composed graph
 * @param options - see {@link Joining}
 * @param standingOf - where the caller of a request stands
 */
export async function joinDepartments(
  supergraphSdl: string,
  options: Joining,
  standingOf: FindStanding,
): Promise<Engine> {
  const { subgraphs, logger, jit, deadlineMs = DEADLINE_MS } = options;
  const connected = subgraphs.filter((subgraph): subgraph is ConnectedSubgraph => 'contextFor' in subgraph);
  const departments = options.transportOf ?? inProcessTransports(connected, { logger, deadlineMs, jit });
  const { audit, metrics, tracing } = options;
  const followed = (name: string): Transport =>
    tracing ? traced(departments(name), name, tracing) : departments(name);
  const own = new GatewayTransport(
    audit
      ? gatewaySchema(gatewaySubgraph(), gatewayResolvers(standingOf, audit))
      : gatewaySchema(budgetSubgraph(), budgetResolvers(standingOf)),
  );
  const counted = once((name: string): Transport => {
    if (!audit && !metrics) return followed(name);
    return timed(followed(name), ({ ms, failed }) => {
      audit?.usage.note({ side: 'ANSWERED', department: name }, { ms, failed, cost: 0 });
      metrics?.fetch({ department: name, ms, failed });
    });
  });
  const schemas = new Map(subgraphs.map(({ name, schema }) => [name, schema]));
  const spend = spendByDepartment(schemas, counted);
  const reached = (name: string): Transport => authorisedTransport(counted(name), spend);
  return createEngine(options.engine ?? DEFAULT_ENGINE, {
    supergraphSdl,
    transportOf: (name) => noted(name === GATEWAY ? own : reached(name)),
    schemas: subgraphs.map(({ schema }) => schema),
    logger,
    known: options.known ?? [],
  });
}

/** One way to each department, which the engine closes. */
function once(make: (name: string) => Transport): (name: string) => Transport {
  const made = new Map<string, Transport>();
  return (name) => {
    const transport = made.get(name) ?? make(name);
    made.set(name, transport);
    return transport;
  };
}

/** Notes that somebody is asked for an operation, which is paid for from then on. */
function noted(transport: Transport): Transport {
  return {
    fetch(fetch) {
      fetch.context.reply.isAsked = true;
      return transport.fetch(fetch);
    },
    close: async () => transport.close?.(),
  };
}
