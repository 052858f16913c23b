import { createApolloServer } from '../../gateway/apollo/createApolloServer.ts';
import { askGraph } from '../../gateway/askGraph.ts';
import { composeSupergraph } from '../../gateway/compose.ts';
import type { DepartmentGraph } from '../../gateway/departmentGraph.ts';
import { createEngine } from '../../gateway/engine/createEngine.ts';
import { inProcessTransports } from '../../gateway/transport/inProcessTransports.ts';
import { AUTHORITY_ERRORS } from '../../src/errors/authorityCodes.ts';
import { KERNEL_ERRORS } from '../../src/errors/codes.ts';
import { GATEWAY_ERRORS } from '../../src/errors/gatewayCodes.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { silent } from './mongodConfig.ts';
import { TESTED_ENGINE } from './testedEngine.ts';

/**
 * Joins departments by the product's own gateway, without HTTP, so that they can ask each other.
 *
 * @param subgraphs - the departments
 * @param graph - by which they were connected; opened here
 * @param clock - tells the time of what they ask
 * @returns stops it
 */
export async function joinGraph(
  subgraphs: readonly ConnectedSubgraph[],
  graph: DepartmentGraph,
  clock: () => Date,
): Promise<() => Promise<void>> {
  const { supergraphSdl } = composeSupergraph(subgraphs);
  const engine = await createEngine(TESTED_ENGINE, {
    supergraphSdl,
    transportOf: inProcessTransports(subgraphs, { logger: silent, deadlineMs: 60_000 }),
    schemas: subgraphs.map(({ schema }) => schema),
    logger: silent,
  });
  const apollo = createApolloServer(engine, {
    table: { ...AUTHORITY_ERRORS, ...KERNEL_ERRORS, ...GATEWAY_ERRORS },
    logger: silent,
  });
  await apollo.start();
  graph.open(askGraph(() => apollo, clock));
  return () => apollo.stop();
}
