import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/projectRoot.ts';
import type { SubgraphSource } from '../compose.ts';

/** Under which the composed graph knows the gateway itself; no department may be called so. */
export const GATEWAY = 'gateway';

/** What every gateway that meters its callers contributes to the graph: their budgets. */
export function budgetSubgraph(): SubgraphSource {
  return sourceOf(['gateway.graphql', 'directives.graphql']);
}

/** What the gateway of a city contributes to the graph, beside the departments: budgets, the audit log, figures of usage. */
export function gatewaySubgraph(): SubgraphSource {
  return sourceOf(['gateway.graphql', 'audit.graphql', 'usage.graphql', 'directives.graphql']);
}

function sourceOf(files: readonly string[]): SubgraphSource {
  const paths = files.map((file) => join(projectRoot(), 'schema', file));
  return { name: GATEWAY, sdl: paths.map((path) => readFileSync(path, 'utf8')).join('\n') };
}
