import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors/AppError.ts';
import { messageOf } from '../errors/messageOf.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { AuditDatabase } from './AuditDatabase.ts';
import type { AuditStatement, AuditWriter, OperationDocument, RecordDocument } from './AuditRecord.ts';
import { insertRecords, MAJORITY, unlessDuplicate } from './insertRecords.ts';
import type { RecordChain } from './RecordChain.ts';

/** What records are written with. */
export interface AuditLogOptions {
  readonly database: AuditDatabase;
  readonly chain: RecordChain;
  readonly logger: Logger;
}

interface Waiting {
  readonly statement: AuditStatement;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** What has been chained and must be written before anything else. */
interface Batch {
  readonly records: readonly RecordDocument[];
  readonly operations: readonly OperationDocument[];
}

/** Longer than any write of a healthy server takes; by then whoever waits is refused. */
const WRITE_MS = 3_000;
const RETRY_MS = 250;
const LONGEST_RETRY_MS = 2_000;
/**
 * How long a record waits for those of operations that are still on their way, in milliseconds: a commit costs a server as much for one record
 * as for ten.
 */
const GATHER_MS = 10;
/** Most statements that are written together. */
const MOST = 1_000;
/** Operations whose digest is known to be kept; the next ones begin a new list. */
const MOST_KNOWN = 10_000;

/**
 * Writes records to the one chain of this process. A batch is written once as many wait for it as are still to come, or after 10 ms, so that a
 * busy gateway needs few writes and an idle one waits for nobody.
 *
 * Where a batch can not be written, all who wait for it are refused, and so is everybody after them, at once, until it is written
 * after all: the chain has no gaps, and the memory that it needs meanwhile is bounded. What was refused is noted behind it.
 */
export class AuditLog implements AuditWriter {
  readonly #options: AuditLogOptions;
  readonly #known = new Set<string>();
  #waiting: Waiting[] = [];
  #work: Promise<void> | undefined;
  #expected = 0;
  #timer: NodeJS.Timeout | undefined;
  #isDown = false;
  #isClosing = false;

  /**
   * @param options - see {@link AuditLogOptions}
   */
  constructor(options: AuditLogOptions) {
    this.#options = options;
  }

  /** Whether records can be written, as far as is known. */
  get isAvailable(): boolean {
    return !this.#isDown && !this.#isClosing;
  }

  /**
   * Writes a record and waits until a majority has it.
   *
   * @param statement - what is to be recorded
   * @throws AppError AUDIT_UNAVAILABLE
   */
  async record(statement: AuditStatement): Promise<void> {
    if (!this.isAvailable) throw new AppError('AUDIT_UNAVAILABLE');
    const written = new Promise<void>((resolve, reject) => this.#waiting.push({ statement, resolve, reject }));
    this.#writeSoon();
    return written;
  }

  /** See {@link AuditWriter}. */
  expect(): () => void {
    this.#expected += 1;
    let isExpected = true;
    return () => {
      if (!isExpected) return;
      isExpected = false;
      this.#expected -= 1;
      this.#writeSoon();
    };
  }

  /** Takes no more records, and waits for those that are on their way. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#writeSoon();
    await this.#work;
  }

  /** Whether nothing is gained by waiting for others. */
  get #isEnough(): boolean {
    const waiting = this.#waiting.length;
    return waiting > 0 && (waiting >= Math.min(this.#expected, MOST) || this.#isClosing);
  }

  #writeSoon(): void {
    if (this.#work !== undefined || this.#waiting.length === 0) return;
    if (this.#isEnough) this.#writeNow();
    else
      this.#timer ??= setTimeout(() => {
        this.#writeNow();
      }, GATHER_MS);
  }

  #writeNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#work ??= this.#drain();
  }

  async #drain(): Promise<void> {
    // Whoever asks in the same turn of the event loop is written together.
    await Promise.resolve();
    do await this.#writeNext(this.#waiting.splice(0, MOST));
    while (this.#isEnough);
    // At once: whoever comes next, be it in this turn of the event loop, must find that nobody writes any more.
    this.#work = undefined;
    this.#writeSoon();
  }

  async #writeNext(waiting: readonly Waiting[]): Promise<void> {
    const statements = waiting.map(({ statement }) => statement);
    const batch = this.#batchOf(statements);
    try {
      await this.#write(batch);
      this.#options.chain.written(batch.records);
      for (const { resolve } of waiting) resolve();
    } catch (error) {
      this.#isDown = true;
      this.#options.logger.error({ reason: messageOf(error) }, 'the audit log can not be written');
      const refused = [...waiting, ...this.#waiting.splice(0)];
      for (const { reject } of refused) reject(new AppError('AUDIT_UNAVAILABLE'));
      const withheld = statements.map((statement) => ({ ...statement, stage: 'WITHHELD' as const, subjects: [] }));
      await this.#recover([batch, this.#batchOf(withheld)]);
    }
  }

  #batchOf(statements: readonly AuditStatement[]): Batch {
    const chained = this.#options.chain.append(statements);
    return { records: chained.records, operations: chained.operations.filter(({ _id }) => !this.#known.has(_id)) };
  }

  async #write({ records, operations }: Batch): Promise<void> {
    const { database } = this.#options;
    if (operations.length > 0) {
      const setting = { ordered: false, writeConcern: MAJORITY, timeoutMS: WRITE_MS };
      await database.operations.insertMany(operations, setting).catch(unlessDuplicate);
      if (this.#known.size > MOST_KNOWN) this.#known.clear();
      for (const { _id } of operations) this.#known.add(_id);
    }
    await insertRecords(database, records, WRITE_MS);
  }

  /** Writes again what may have been written already: a record has the same id and content each time. */
  async #recover(batches: readonly Batch[]): Promise<void> {
    const { logger, chain } = this.#options;
    for (const batch of batches) {
      for (let wait = RETRY_MS; !(await this.#isWritten(batch)); wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
        if (this.#isClosing) return;
        await pause(wait, undefined, { ref: false });
      }
      chain.written(batch.records);
    }
    this.#isDown = false;
    logger.info('the audit log is written again');
  }

  async #isWritten(batch: Batch): Promise<boolean> {
    try {
      await this.#write(batch);
      return true;
    } catch {
      return false;
    }
  }
}
