import type { KeyPair } from '../identity/keys.ts';
import { soleKey, type TokenKeys } from '../identity/TokenKeys.ts';
import type { Logger } from '../telemetry/logger.ts';
import { signCheckpoints } from './chain/checkpoints.ts';
import type { LedgerDatabase } from './chain/LedgerDatabase.ts';
import { Worker } from './Worker.ts';

/** What checkpoints are signed with. */
export interface CheckpointSetting {
  readonly ledger: LedgerDatabase;
  /** One key pair, or keys that may be rotated meanwhile. */
  readonly key: KeyPair | TokenKeys;
  readonly logger: Logger;
  /** How often it is looked at whether one is due, 5 s unless a test wants it sooner. */
  readonly everyMs?: number;
  /** How long nothing may have been appended for the last entry to be signed, a minute unless a test wants it sooner. */
  readonly quietMs?: number;
}

const EVERY_MS = 5_000;
const QUIET_MS = 60_000;

/** Signs the chain while it grows: every thousandth entry, the last one after a quiet minute, and the last one at the end. */
export class CheckpointWork {
  readonly #setting: CheckpointSetting;
  readonly #keys: TokenKeys;
  readonly #worker: Worker;
  #head = 0;
  #grewAt = performance.now();

  /**
   * Starts at once.
   *
   * @param setting - see {@link CheckpointSetting}
   */
  constructor(setting: CheckpointSetting) {
    this.#setting = setting;
    this.#keys = 'signing' in setting.key ? setting.key : soleKey(setting.key);
    const { logger, everyMs = EVERY_MS } = setting;
    this.#worker = new Worker({ name: 'checkpoints', everyMs, logger, run: () => this.#sign() });
  }

  /** Signs the last entry and ends. */
  async stop(): Promise<void> {
    const { ledger } = this.#setting;
    await this.#worker.stop();
    await signCheckpoints(ledger, await this.#keys.signing(), new Date(), true);
  }

  async #sign(): Promise<void> {
    const { ledger, quietMs = QUIET_MS } = this.#setting;
    const last = await ledger.entries.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
    const head = last?._id ?? 0;
    if (head !== this.#head) this.#grewAt = performance.now();
    this.#head = head;
    await signCheckpoints(ledger, await this.#keys.signing(), new Date(), performance.now() - this.#grewAt >= quietMs);
  }
}
