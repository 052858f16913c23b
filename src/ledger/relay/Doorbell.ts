import type { ChangeStream, Db, MongoClient, Timestamp } from 'mongodb';
import type { Logger } from '../../telemetry/logger.ts';

/** How long one look at the stream waits for news. */
const LOOK_MS = 1_000;

/**
 * Rings when something was written into an outbox on a server. It only rings: what has to be done is found in the outboxes
 * themselves, so nothing is lost where a ring is.
 *
 * The stream is closed while there is work, since then every event of a bulk write would be sent for one ring; it begins where
 * the last look at the outboxes began.
 */
export class Doorbell {
  readonly #client: MongoClient;
  readonly #databases: readonly string[];
  readonly #logger: Logger;
  #stream: ChangeStream | undefined;
  #isStopping = false;

  /**
   * @param databases - of departments, all on one server
   * @param logger - told where the server does not let the stream be opened
   */
  constructor(databases: readonly Db[], logger: Logger) {
    const [first] = databases;
    if (first === undefined) throw new Error('A doorbell needs a door.');
    this.#client = first.client;
    this.#databases = databases.map(({ databaseName }) => databaseName);
    this.#logger = logger;
  }

  /** The server's time, from which the next wait listens; to be asked before the outboxes are looked at. */
  async time(): Promise<Timestamp | undefined> {
    const answer = await this.#client.db('admin').command({ ping: 1 });
    return answer['operationTime'] as Timestamp | undefined;
  }

  /**
   * Waits until something is written, also where it was since `from`.
   *
   * @param from - see {@link time}
   * @returns whether it rang; false where it was stopped or the server refuses
   */
  async wait(from: Timestamp | undefined): Promise<boolean> {
    if (this.#isStopping) return false;
    const pipeline = [
      { $match: { operationType: 'insert', 'ns.coll': 'outbox', 'ns.db': { $in: this.#databases } } },
      { $project: { _id: 1 } },
    ];
    this.#stream = this.#client.watch(pipeline, {
      maxAwaitTimeMS: LOOK_MS,
      batchSize: 1,
      ...(from === undefined ? {} : { startAtOperationTime: from }),
    });
    try {
      await this.#stream.next();
      return true;
    } catch (error) {
      // The slow timer looks after the outboxes until the stream can be opened again.
      this.#logger.debug({ err: error }, 'the doorbell of the outboxes is silent');
      return false;
    } finally {
      await this.#stream.close().catch(() => undefined);
      this.#stream = undefined;
    }
  }

  /** Ends the waiting. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#stream?.close().catch(() => undefined);
  }
}
