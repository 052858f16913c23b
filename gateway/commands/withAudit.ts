import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { AuditStatement, AuditWriter } from '../../src/audit/AuditRecord.ts';
import type { Config } from '../../src/config/env.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import { failureCode } from '../audit/failureCode.ts';
import { cityAudit, type CityAudit } from '../cityAudit.ts';

/** What a command is about to change, and who does it. */
export interface CommandWrite {
  /** The command with what it works on, such as `import registry.enterprises`; values are never in it. */
  readonly name: string;
  /** As `name@department`; this machine's user, who acts for the installation, unless given. */
  readonly operator?: string | undefined;
  /** Codes of the enterprises that are written about, where they are few. */
  readonly subjects?: readonly string[];
}

/** Changes something, and has it recorded that it begins and how it ended. */
export type Audited = <T>(write: CommandWrite, work: () => Promise<T>) => Promise<T>;

/**
 * Gives a command what its writes are recorded by. A chain of records is opened with the first of them, so a command that only reads
 * leaves none.
 *
 * @param config - the settings
 * @param sharedUri - the shared MongoDB server
 * @param logger - the log
 * @param command - what is done
 */
export async function withAudit<T>(
  config: Config,
  sharedUri: string,
  logger: Logger,
  command: (audited: Audited) => Promise<T>,
): Promise<T> {
  let opened: Promise<CityAudit> | undefined;
  try {
    return await command(async (write, work) => {
      opened ??= cityAudit(config, sharedUri, logger);
      return auditedWrite((await opened).log, write, work);
    });
  } finally {
    await (await opened)?.close();
  }
}

/**
 * Has a command's write recorded: that it begins, before anything is changed, and how it ended.
 *
 * @param writer - the log
 * @param write - what is changed, and by whom
 * @param work - changes it
 * @throws AppError AUDIT_UNAVAILABLE, and then nothing was changed
 */
async function auditedWrite<T>(writer: AuditWriter, write: CommandWrite, work: () => Promise<T>): Promise<T> {
  const { name, operator = userInfo().username, subjects = [] } = write;
  const [person = operator, department] = operator.split('@');
  const statement: Omit<AuditStatement, 'stage' | 'codes'> = {
    ...{ request: randomUUID(), door: 'command', subjects },
    caller: { audience: 'INTERNAL', operator: person, ...(department === undefined ? {} : { department }) },
    operation: { kind: 'COMMAND', name, coordinates: [] },
  };
  await writer.record({ ...statement, stage: 'BEGUN', codes: [] });
  try {
    const result = await work();
    await writer.record({ ...statement, stage: 'ENDED', codes: [] });
    return result;
  } catch (error) {
    await writer.record({ ...statement, stage: 'ENDED', codes: [failureCode(error)] });
    throw error;
  }
}
