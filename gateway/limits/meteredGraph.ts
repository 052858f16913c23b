import type { ConnectedSubgraph, SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { composeContracts, type ContractedGraph } from '../doors/composeContracts.ts';
import { requestPayer, type RequestPayer } from '../http/requestPayer.ts';
import { budgetSubgraph, gatewaySubgraph } from './gatewaySubgraph.ts';
import { Metering, type MeteringOptions } from './Metering.ts';

/** How callers are metered, and told apart. */
export interface GatewayMetering extends MeteringOptions {
  /** Proxies in front of this server that are believed about who is calling. */
  readonly trustedProxies: number;
}

/** What is served, and what it costs. */
export interface MeteredGraph {
  readonly graph: Omit<ContractedGraph, 'apiSdl'>;
  readonly metering?: Metering;
  readonly payerOf?: RequestPayer;
}

/** What a graph is metered by. */
export interface MeteredGraphOptions {
  readonly subgraphs: readonly (ConnectedSubgraph | SubgraphDefinition)[];
  readonly logger: Logger;
  /** The composed graph, where it is at hand; composed from the departments otherwise. */
  readonly graph?: MeteredGraph['graph'];
  /** What callers may spend; nothing is metered unless somebody has limits. */
  readonly metering?: GatewayMetering;
  /** Where the gateway has an audit log, it says so in the graph. */
  readonly audit?: unknown;
}

/**
 * Puts budgets before a graph. Where somebody pays, the graph says with how much, which is not a department's to know.
 *
 * @param options - see {@link MeteredGraphOptions}
 * @throws CompositionError when the departments do not fit together
 */
export async function meteredGraph({
  subgraphs,
  logger,
  graph: given,
  metering: wanted,
  audit,
}: MeteredGraphOptions): Promise<MeteredGraph> {
  const own = audit ? [gatewaySubgraph()] : wanted ? [budgetSubgraph()] : [];
  const graph = given ?? composeContracts([...subgraphs, ...own]);
  if (!wanted) return { graph };
  // Where nobody has limits, nothing is priced either.
  if (Object.values(wanted.budgets).every((budget) => budget === undefined)) return { graph };
  const payerOf = requestPayer(wanted.trustedProxies);
  const metering = new Metering(graph.supergraphSdl, wanted, logger);
  await metering.buckets.opened();
  return { graph, metering, payerOf };
}
