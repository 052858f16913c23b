import type { Collection } from 'mongodb';
import { messageOf } from '../errors/messageOf.ts';
import type { Logger } from '../telemetry/logger.ts';
import { bucketOf, type Histogram } from './latency.ts';

/** Who asked, or who answered. */
export interface UsageParty {
  readonly side: 'ASKED' | 'ANSWERED';
  /** The department that asked or answered. */
  readonly department?: string | undefined;
  /** The registered client that asked. */
  readonly client?: string | undefined;
}

/** One call. */
export interface UsageCall {
  readonly ms: number;
  readonly failed: boolean;
  /** As budgets count it; 0 for a department that answers. */
  readonly cost: number;
}

/** What one party did within one hour. */
export interface UsageDocument {
  readonly _id: string;
  /** Beginning of the hour. */
  readonly hour: Date;
  readonly side: UsageParty['side'];
  readonly department?: string;
  readonly client?: string;
  readonly calls: number;
  readonly errors: number;
  readonly cost: number;
  readonly buckets: Histogram;
}

interface Tally {
  readonly party: UsageParty;
  readonly hour: Date;
  calls: number;
  errors: number;
  cost: number;
  readonly buckets: Map<number, number>;
}

const HOUR_MS = 3_600_000;
const FLUSH_MS = 5_000;
/** Parties that are told apart between two writes; what more there are is counted without a name. */
const MOST_PARTIES = 5_000;

/** Counts calls in memory, and writes the counts from time to time: nothing waits for that, and nothing is kept of a single call. */
export class UsageMeter {
  readonly #collection: Collection<UsageDocument>;
  readonly #logger: Logger;
  readonly #clock: () => Date;
  #tallies = new Map<string, Tally>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /**
   * @param collection - where counts are kept
   * @param logger - where it is said that they can not be written
   * @param clock - tells the hour
   */
  constructor(collection: Collection<UsageDocument>, logger: Logger, clock: () => Date) {
    this.#collection = collection;
    this.#logger = logger;
    this.#clock = clock;
  }

  /**
   * Counts one call.
   *
   * @param party - who asked, or answered
   * @param call - what became of it
   */
  note(party: UsageParty, { ms, failed, cost }: UsageCall): void {
    const tally = this.#tallyOf(party);
    const bucket = bucketOf(ms);
    tally.calls += 1;
    tally.errors += failed ? 1 : 0;
    tally.cost += cost;
    tally.buckets.set(bucket, (tally.buckets.get(bucket) ?? 0) + 1);
    if (!this.#isClosed) this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Writes what was counted. What can not be written now is lost: these are figures, and memory is bounded. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const tallies = [...this.#tallies.values()];
    this.#tallies = new Map();
    if (tallies.length === 0) return;
    try {
      await this.#collection.bulkWrite(tallies.map(additionOf), { ordered: false });
    } catch (error) {
      this.#logger.warn({ reason: messageOf(error) }, 'figures of usage could not be written');
    }
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.flush();
  }

  #tallyOf(party: UsageParty): Tally {
    const { side, department = '', client = '' } = party;
    const hours = Math.floor(this.#clock().getTime() / HOUR_MS);
    const key = `${hours} ${side} ${department} ${client}`;
    const known = this.#tallies.get(key);
    if (known !== undefined) return known;
    const isNamed = party.client !== undefined || party.department !== undefined;
    if (isNamed && this.#tallies.size >= MOST_PARTIES) return this.#tallyOf({ side });
    const made: Tally = { party, hour: new Date(hours * HOUR_MS), calls: 0, errors: 0, cost: 0, buckets: new Map() };
    this.#tallies.set(key, made);
    return made;
  }
}

function idOf(hour: Date, { side, department = '', client = '' }: UsageParty): string {
  return [hour.toISOString(), side, department, client].join(' ');
}

function additionOf({ party, hour, calls, errors, cost, buckets }: Tally) {
  const { side, department, client } = party;
  const counts = Object.fromEntries([...buckets].map(([bucket, count]) => [`buckets.${bucket}`, count]));
  const named = { ...(department === undefined ? {} : { department }), ...(client === undefined ? {} : { client }) };
  return {
    updateOne: {
      filter: { _id: idOf(hour, party) },
      update: { $inc: { calls, errors, cost, ...counts }, $setOnInsert: { hour, side, ...named } },
      upsert: true,
    },
  };
}
