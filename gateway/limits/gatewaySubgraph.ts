import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import type { SubgraphSource } from '../compose.ts';

/** Under which the composed graph knows the gateway itself; no department may be called so. */
export const GATEWAY = 'gateway';

/** What the gateway itself contributes to the graph, beside the departments. */
export function gatewaySubgraph(): SubgraphSource {
  const files = ['gateway.graphql', 'directives.graphql'].map((file) => join(projectRoot(), 'schema', file));
  return { name: GATEWAY, sdl: files.map((file) => readFileSync(file, 'utf8')).join('\n') };
}
