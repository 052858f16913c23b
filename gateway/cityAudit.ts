import { join } from 'node:path';
import { AUDIT, openAuditDatabase, type AuditDatabase } from '../src/audit/AuditDatabase.ts';
import { openAuditLog, type OpenedAuditLog } from '../src/audit/openAuditLog.ts';
import type { Config } from '../src/config/env.ts';
import { openConnection } from '../src/data/DepartmentDatabase.ts';
import { KeyRing } from '../src/identity/KeyRing.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { UsageMeter } from '../src/usage/UsageMeter.ts';

/** The audit log of a process, and where auditors read it. */
export interface CityAudit {
  readonly database: AuditDatabase;
  readonly log: OpenedAuditLog;
  /** Counts calls. */
  readonly usage: UsageMeter;
  /** Signs the end of the process's chain and lets the database go. */
  close(): Promise<void>;
}

/** Where processes keep the end of the audit log beside the database. */
export function auditHeads({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'audit.heads');
}

/**
 * Opens the audit log, on its own server where one is named, else on the shared one, and a chain of records for this process.
 *
 * @param config - the settings
 * @param sharedUri - the shared MongoDB server
 * @param logger - the log of the process
 * @param clock - tells the time of records
 */
export async function cityAudit(
  config: Pick<Config, 'dataDir' | 'keysDir' | 'databasePrefix' | 'departmentMongodbUris'>,
  sharedUri: string,
  logger: Logger,
  clock?: () => Date,
): Promise<CityAudit> {
  const connection = await openConnection(config.departmentMongodbUris[AUDIT] ?? sharedUri);
  try {
    const database = await openAuditDatabase(connection, config.databasePrefix);
    const keys = new KeyRing(config.keysDir, 'checkpoints');
    const time = clock === undefined ? {} : { clock };
    const log = await openAuditLog({ database, keys, logger, heads: auditHeads(config), ...time });
    const usage = new UsageMeter(database.usage, logger, clock ?? (() => new Date()));
    const close = async (): Promise<void> => {
      await usage.close();
      await log.close();
      await connection.close();
    };
    return { database, log, usage, close };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
