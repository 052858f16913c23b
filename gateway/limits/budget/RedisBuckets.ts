import { createClient } from '@redis/client';
import type { Budget } from '../../../src/config/budgets.ts';
import { bucketScript, type BucketAnswer } from './bucketScript.ts';
import { unlessSilent } from './unlessSilent.ts';

/** How Redis is asked. */
export interface RedisBucketsOptions {
  /** May hold a password. */
  readonly url: string;
  /** Told of every failure of the connection. */
  readonly onError: (error: unknown) => void;
}

/** One pouring into a bucket that gateways share. */
export interface SharedPour {
  readonly key: string;
  readonly budget: Budget;
  /** May be negative where it is forced. */
  readonly cost: number;
  /** Whether it is poured in even where there is no room. */
  readonly isForced: boolean;
}

/** A charge is in every request's way: whoever takes longer is as good as away. */
const DEADLINE_MS = 250;
const CONNECT_MS = 5_000;
/** A start does not wait longer; the connection is made later then. */
const OPEN_MS = 2_000;
const RETRY_MS = 1_000;
const PREFIX = 'credit-graph:budget:';

type Client = ReturnType<typeof clientOf>;

/** Buckets in a Redis that several gateways share. */
export class RedisBuckets {
  readonly #client: Client;
  readonly #connected: Promise<void>;

  /**
   * Connects in the background, again and again while there is no connection.
   *
   * @param options - where Redis is
   */
  constructor({ url, onError }: RedisBucketsOptions) {
    this.#client = clientOf(url);
    this.#client.on('error', onError);
    // It goes on trying by itself; the error was told above.
    this.#connected = this.#client.connect().then(() => undefined, onError);
  }

  /** Waits for the first connection, but no longer than 2 s. */
  async opened(): Promise<void> {
    await unlessSilent(this.#connected, OPEN_MS).catch(() => undefined);
  }

  /** Whether there is a connection. */
  get isReady(): boolean {
    return this.#client.isReady;
  }

  /**
   * Pours a cost into a bucket, in one step for all gateways.
   *
   * @param pour - whose bucket, and how much
   * @throws Error where Redis does not answer within 250 ms
   */
  async pour({ key, budget, cost, isForced }: SharedPour): Promise<BucketAnswer> {
    const call = { ...budget, key: PREFIX + key, cost, isForced };
    return unlessSilent(this.#client.pour(call), DEADLINE_MS);
  }

  /** Ends the connection at once. */
  close(): void {
    if (this.#client.isOpen) this.#client.destroy();
  }
}

function clientOf(url: string) {
  return createClient({
    url,
    scripts: { pour: bucketScript },
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: RETRY_MS },
  });
}
