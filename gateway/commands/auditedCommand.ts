import { AUDIT } from '../../src/audit/AuditDatabase.ts';
import { loadConfig, type Config } from '../../src/config/env.ts';
import { openMongoForCommand } from '../../src/mongod/openMongoForCommand.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { withAudit, type CommandWrite } from './withAudit.ts';

/**
 * Does the work of a command that needs no database but the audit log's: recorded, in the log of the running product, or else on a server of
 * its own.
 *
 * @param write - what is done, and by whom
 * @param work - does it
 * @returns what the work returns
 * @throws AppError AUDIT_UNAVAILABLE, and then nothing was done; StartError with what the user can do
 */
export async function auditedCommand<T>(write: CommandWrite, work: (config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const logger = createLogger({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const mongo = await openMongoForCommand(config, logger, [AUDIT]);
  try {
    return await withAudit(config, mongo.uri, logger, (audited) => audited(write, () => work(config)));
  } finally {
    await mongo.stop();
  }
}
