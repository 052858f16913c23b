import { AUDIT } from '../../src/audit/AuditDatabase.ts';
import { loadConfig, type Config } from '../../src/config/env.ts';
import { LEDGER, type LedgerDatabase } from '../../src/ledger/chain/LedgerDatabase.ts';
import type { OldSchemas } from '../../src/migration/checkSchema.ts';
import { openMongoForCommand } from '../../src/mongod/openMongoForCommand.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { createLogger, type Logger } from '../../src/telemetry/logger.ts';
import { withAudit, type Audited } from './withAudit.ts';
import { connectDepartments } from '../connectDepartments.ts';
import { loadDepartments } from '../departments.ts';

/** What a command that works on the data has at hand. */
export interface CommandCity {
  readonly config: Config;
  readonly logger: Logger;
  /** All departments on their databases. */
  readonly subgraphs: readonly ConnectedSubgraph[];
  readonly ledger: LedgerDatabase;
  /**
   * Changes something, and has it recorded that it begins and how it ended.
   *
   * @throws AppError AUDIT_UNAVAILABLE, and then nothing was changed
   */
  readonly audited: Audited;
}

/** What a command may need otherwise than most. */
export interface CommandNeeds {
  /** All departments of the product unless given. */
  readonly departments?: readonly SubgraphDefinition[];
  /** What is done about documents of an older release; refused unless given. */
  readonly oldSchemas?: OldSchemas;
}

/**
 * Opens the databases for the duration of one command: those of the running product, or else a server of its own.
 *
 * The log says only what is wrong, since a command speaks to a person; `LOG_LEVEL` of debug or trace says more.
 *
 * @param work - what the command does; everything is closed again afterwards, also when it fails
 * @param needs - see {@link CommandNeeds}
 * @returns what the work returns
 * @throws StartError with what the user can do
 */
export async function withDepartments<T>(
  work: (city: CommandCity) => Promise<T>,
  { departments: given, oldSchemas }: CommandNeeds = {},
): Promise<T> {
  const config = loadConfig();
  const logger = createLogger({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const departments = given ?? (await loadDepartments());
  const names = departments.map(({ name }) => name);
  const mongo = await openMongoForCommand(config, logger, [...names, LEDGER, AUDIT]);
  try {
    const settings = { ...config, patience: 'WORKING', ...(oldSchemas && { oldSchemas }) } as const;
    const connected = await connectDepartments(departments, settings, mongo.uri);
    try {
      const { subgraphs, ledger } = connected;
      return await withAudit(config, mongo.uri, logger, (audited) =>
        work({ config, logger, subgraphs, ledger, audited }),
      );
    } finally {
      await connected.close();
    }
  } finally {
    await mongo.stop();
  }
}
