import { expireRecords } from '../src/audit/retention.ts';
import type { Config } from '../src/config/env.ts';
import { Worker } from '../src/ledger/Worker.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { cityAudit, type CityAudit } from './cityAudit.ts';

const DAY_MS = 86_400_000;

/**
 * Opens the audit log of a process that serves callers, and has records removed whose time is over.
 *
 * @param config - the settings
 * @param sharedUri - the shared MongoDB server
 * @param logger - the log of the process
 * @param clock - tells the time of records
 */
export async function keptAudit(
  config: Config,
  sharedUri: string,
  logger: Logger,
  clock: () => Date,
): Promise<CityAudit> {
  const audit = await cityAudit(config, sharedUri, logger, clock);
  const run = async (): Promise<void> => {
    await expireRecords(audit.database, clock());
  };
  const retention = new Worker({ name: 'audit retention', everyMs: DAY_MS, logger, run });
  return {
    ...audit,
    async close() {
      await retention.stop();
      await audit.close();
    },
  };
}
