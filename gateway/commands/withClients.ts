import { AUDIT } from '../../src/audit/AuditDatabase.ts';
import { loadConfig, type Config } from '../../src/config/env.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { IDENTITY, openIdentityDatabase, type IdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import { openMongoForCommand } from '../../src/mongod/openMongoForCommand.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { withAudit, type Audited } from './withAudit.ts';

/** What a command that sees to clients has at hand. */
export interface CommandClients {
  readonly database: IdentityDatabase;
  readonly config: Config;
  /** Changes something, recorded in the audit log. */
  readonly audited: Audited;
}

/**
 * Opens the database of clients for the duration of one command: that of the running product, or else a server of its own.
 *
 * @param work - what the command does; everything is closed again afterwards, also when it fails
 * @returns what the work returns
 * @throws StartError with what the user can do
 */
export async function withClients<T>(work: (clients: CommandClients) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const logger = createLogger({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const mongo = await openMongoForCommand(config, logger, [IDENTITY, AUDIT]);
  try {
    const connection = await openConnection(config.departmentMongodbUris[IDENTITY] ?? mongo.uri);
    try {
      const database = await openIdentityDatabase(connection, config.databasePrefix);
      return await withAudit(config, mongo.uri, logger, (audited) => work({ database, config, audited }));
    } finally {
      await connection.close();
    }
  } finally {
    await mongo.stop();
  }
}
