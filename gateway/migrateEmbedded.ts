import { userInfo } from 'node:os';
import type { Config } from '../src/config/env.ts';
import { checkSchema, holdsOldSchema } from '../src/migration/checkSchema.ts';
import { planMigration } from '../src/migration/planMigration.ts';
import { runMigration } from '../src/migration/runMigration.ts';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';

/**
 * Moves documents of an older release in the embedded database, which nobody else reads, so that whoever starts a new release needs no
 * command. On a server of one's own they are refused: programs of the older release may still be reading there.
 *
 * @param subgraphs - all departments of the city
 * @param config - which servers there are
 * @param logger - told what was moved
 * @throws StartError SCHEMA_OLDER, and what the migration fails with
 */
export async function migrateEmbedded(
  subgraphs: readonly ConnectedSubgraph[],
  { mongodbUri, departmentMongodbUris }: Pick<Config, 'mongodbUri' | 'departmentMongodbUris'>,
  logger: Logger,
): Promise<void> {
  for (const subgraph of subgraphs) {
    const isEmbedded = mongodbUri === undefined && !(subgraph.name in departmentMongodbUris);
    if (!isEmbedded) await checkSchema(subgraph, 'REFUSED');
    else if (await holdsOldSchema(subgraph)) {
      const planned = await planMigration(subgraph);
      for (const report of await runMigration(subgraph, planned, { operator: userInfo().username }))
        logger.info(report, 'documents of an older release moved');
    }
  }
}
