import { GATEWAY, gatewaySubgraph } from '../../gateway/limits/gatewaySubgraph.ts';
import { gatewayResolvers } from '../../gateway/limits/gatewayResolvers.ts';
import { gatewaySchema } from '../../gateway/limits/gatewaySchema.ts';
import type { AuditDatabase } from '../../src/audit/AuditDatabase.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';

/**
 * What the gateway itself contributes to the graph, guarded as it is served, as if it were one more department. Nothing stands where the audit log
 * would be: whoever reaches for it fails, and not as one who is refused.
 */
export function gatewayPart(): Pick<SubgraphDefinition, 'name' | 'sdl' | 'schema'> {
  const source = gatewaySubgraph();
  const resolvers = gatewayResolvers(() => undefined, { database: {} as AuditDatabase });
  return { name: GATEWAY, sdl: source.sdl, schema: gatewaySchema(source, resolvers) };
}
