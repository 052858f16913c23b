import { randomBytes } from 'node:crypto';
import { messageOf } from '../errors/messageOf.ts';
import { Worker } from '../ledger/Worker.ts';
import type { TokenKeys } from '../identity/TokenKeys.ts';
import type { Logger } from '../telemetry/logger.ts';
import { appendCheckpoint } from './appendCheckpoint.ts';
import type { AuditCheckpoint, AuditDatabase } from './AuditDatabase.ts';
import { AuditLog } from './AuditLog.ts';
import type { AuditWriter } from './AuditRecord.ts';
import { closeDeadChains, noteAlive } from './closeDeadChains.ts';
import { keepHead } from './headFile.ts';
import { RecordChain } from './RecordChain.ts';

/** What the log of one process needs. */
export interface AuditSetting {
  readonly database: AuditDatabase;
  /** Keys of the purpose `checkpoints`. */
  readonly keys: TokenKeys;
  readonly logger: Logger;
  /** The folder where the end of the sequence of checkpoints is kept beside the database. */
  readonly heads: string;
  readonly clock?: () => Date;
  /** How long after another process was last heard of its chain is closed for it, in milliseconds; 10 s unless given. */
  readonly deadAfterMs?: number;
}

/** The log of one process. */
export interface OpenedAuditLog extends AuditWriter {
  /** Id of the process's chain. */
  readonly chain: string;
  /** Signs the end of the chain; afterwards nothing is recorded any more. */
  close(): Promise<void>;
}

/** How often a chain that grows is signed. What was recorded since could be cut off unseen, if the process were killed as well. */
const SIGN_EVERY_MS = 1_000;
/** Far longer than a busy process is silent; closing the chain of one that lives does no harm, it just goes on. */
const DEAD_AFTER_MS = 10_000;
/** Signs of life that may be lost. */
const BEATS = 5;

/**
 * Opens a chain of records for this process. That it was opened is signed before its first record, so that it can not be taken away as
 * a whole. Beside its own chain it sees to those of processes that were killed, which can not sign what they wrote last.
 *
 * @param setting - see {@link AuditSetting}
 */
export async function openAuditLog(setting: AuditSetting): Promise<OpenedAuditLog> {
  const { database, keys, logger, heads, clock = () => new Date(), deadAfterMs = DEAD_AFTER_MS } = setting;
  const chain = new RecordChain(chainId(), clock);
  let signed = -1;
  const sign = async (state: AuditCheckpoint['state']): Promise<void> => {
    const { seq, hash } = chain.place;
    if (seq === signed && state === 'GOING') return;
    const stated = { chain: chain.id, seq, hash, state, time: clock().toISOString() };
    const head = await appendCheckpoint(database, await keys.signing(), stated);
    signed = seq;
    await keepHead(heads, head);
  };
  const seeToChains = async (): Promise<void> => {
    await noteAlive(database, chain.id);
    const head = await closeDeadChains(database, { key: await keys.signing(), now: clock(), deadAfterMs });
    if (head !== undefined) await keepHead(heads, head);
  };
  await noteAlive(database, chain.id);
  await sign('OPENED');
  const log = new AuditLog({ database, chain, logger });
  const worker = new Worker({ name: 'audit checkpoints', everyMs: SIGN_EVERY_MS, logger, run: () => sign('GOING') });
  const watch = new Worker({ name: 'audit chains', everyMs: deadAfterMs / BEATS, logger, run: seeToChains });
  const signEnd = async (): Promise<void> => {
    await sign('CLOSED');
    await database.chains.deleteOne({ _id: chain.id });
  };
  const close = async (): Promise<void> => {
    await log.close();
    await Promise.all([worker.stop(), watch.stop()]);
    await signEnd().catch((error: unknown) => {
      logger.error({ reason: messageOf(error) }, 'the end of the audit log could not be signed');
    });
  };
  return {
    chain: chain.id,
    get isAvailable() {
      return log.isAvailable;
    },
    expect: () => log.expect(),
    record: (statement) => log.record(statement),
    close,
  };
}

/** Begins with the time, so that chains lie in the order in which they were opened. */
function chainId(): string {
  return `${Date.now().toString(36).padStart(9, '0')}${randomBytes(6).toString('hex')}`;
}
