import { Command, Option } from 'commander';
import { AUDIT, openAuditDatabase, type AuditDatabase } from '../../src/audit/AuditDatabase.ts';
import { readHead } from '../../src/audit/headFile.ts';
import { expireRecords } from '../../src/audit/retention.ts';
import { verifyAudit } from '../../src/audit/verify/verifyAudit.ts';
import { loadConfig, type Config } from '../../src/config/env.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { publicKeys } from '../../src/identity/publicKeys.ts';
import { readKeyFile } from '../../src/ledger/verify/readKeyFile.ts';
import { openMongoForCommand } from '../../src/mongod/openMongoForCommand.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { auditHeads } from '../cityAudit.ts';
import { describeAudit, describeExpiry } from './describeAudit.ts';
import { entryProgress } from './entryProgress.ts';
import { print } from './print.ts';
import { withAudit, type Audited } from './withAudit.ts';

interface VerifyWords {
  readonly keys?: string;
  readonly head?: string;
  readonly json?: boolean;
}

/** `credit-graph audit …`: the log of who asked and who wrote is checked, and what was kept long enough is taken out. */
export function auditCommand(): Command {
  const command = new Command('audit').description('see to the log of who asked and who wrote');
  command
    .command('verify')
    .description('check all records, chains and signatures; exit code 1 where something is wrong')
    .option('--keys <file>', 'trust only these public keys (JWKS); by default those of this installation')
    .option('--head <file>', 'a kept copy of a file of audit.heads; by default the last one in the data folder')
    .addOption(new Option('--json', 'print one JSON object'))
    .action(verifyAction);
  command
    .command('expire')
    .description('take out records that were kept for ten years; what is left can still be checked')
    .action(async () =>
      withAuditDatabase(async ({ database, config, audited }) => {
        const count = await audited({ name: 'audit expire' }, async () => expireRecords(database, new Date()));
        print(describeExpiry(count, config.locale));
      }),
    );
  return command;
}

async function verifyAction({ keys: keyFile, head, json }: VerifyWords): Promise<void> {
  await withAuditDatabase(async ({ database, config }) => {
    const keys = await (keyFile === undefined ? publicKeys(config.keysDir) : readKeyFile(keyFile));
    const kept = await readHead(head ?? auditHeads(config));
    const progress = entryProgress(AUDIT, await database.records.estimatedDocumentCount());
    try {
      const result = await verifyAudit(database, { keys, head: kept, now: new Date(), onProgress: progress.update });
      print(json === true ? JSON.stringify(result) : describeAudit(result, config.locale));
      if (!result.isSound) process.exitCode = 1;
    } finally {
      progress.stop();
    }
  });
}

/** What a command that sees to the log has at hand. */
interface CommandAudit {
  readonly database: AuditDatabase;
  readonly config: Config;
  /** Changes something, recorded in the log itself. */
  readonly audited: Audited;
}

async function withAuditDatabase(work: (audit: CommandAudit) => Promise<void>): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const mongo = await openMongoForCommand(config, logger, [AUDIT]);
  try {
    const connection = await openConnection(config.departmentMongodbUris[AUDIT] ?? mongo.uri);
    try {
      const database = await openAuditDatabase(connection, config.databasePrefix);
      await withAudit(config, mongo.uri, logger, async (audited) => work({ database, config, audited }));
    } finally {
      await connection.close();
    }
  } finally {
    await mongo.stop();
  }
}
