import { cityIdentity } from '../../gateway/cityIdentity.ts';
import { connectDepartments } from '../../gateway/connectDepartments.ts';
import { departmentGraph } from '../../gateway/departmentGraph.ts';
import { gatewaySettings } from '../../gateway/gatewaySettings.ts';
import { keptAudit } from '../../gateway/keptAudit.ts';
import { keptGraph } from '../../gateway/keptGraph.ts';
import { gatewaySubgraph } from '../../gateway/limits/gatewaySubgraph.ts';
import { startGateway, type RunningGateway } from '../../gateway/startGateway.ts';
import type { Config, GatewayEngine } from '../../src/config/env.ts';
import { keySigner } from '../../src/identity/keySigner.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { silent } from './mongodConfig.ts';

/**
 * Starts a second gateway over the databases of a city that runs, which joins by the other engine. What follows the ledger is left to
 * the city.
 *
 * @param config - of the city
 * @param definitions - its departments
 * @param clock - the time of its requests; the machine's unless given
 */
export async function startBeside(
  config: Config,
  definitions: readonly SubgraphDefinition[],
  clock = () => new Date(),
): Promise<RunningGateway> {
  const uri = config.mongodbUri ?? '';
  const gatewayEngine: GatewayEngine = config.gatewayEngine === 'own' ? 'apollo' : 'own';
  const graph = departmentGraph();
  const connected = await connectDepartments(definitions, config, uri, graph, keySigner(config.keysDir));
  const identity = await cityIdentity(config, uri, definitions);
  const audit = await keptAudit(config, uri, silent, clock);
  const unseen = { metrics: undefined, tracing: undefined };
  const settings = { identity, audit, logger: silent, ...unseen, clock, gateway: () => gateway };
  const gateway: RunningGateway = await startGateway({
    ...(await gatewaySettings({ ...config, gatewayEngine }, settings)),
    subgraphs: connected.subgraphs,
    ready: () => connected.ready(),
    graph: await keptGraph([...connected.subgraphs, gatewaySubgraph()]),
    port: 0,
    host: config.host,
  });
  graph.open(gateway.askGraph);
  expect(gateway.engine.kind).toBe(gatewayEngine);
  return {
    ...gateway,
    async stop() {
      await gateway.stop();
      await audit.close();
      await identity.close();
      await connected.close();
    },
  };
}
