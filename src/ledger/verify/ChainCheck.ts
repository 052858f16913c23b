import { bodyDigestOf, entryHashOf } from '../chain/digests.ts';
import { GENESIS } from '../chain/LedgerDatabase.ts';
import type { ExportedEntry } from './ExportRecord.ts';

/** What is wrong with a ledger. */
export type Problem =
  | 'ENTRIES_MISSING'
  | 'ENTRY_OUT_OF_ORDER'
  | 'ENTRY_CHANGED'
  | 'CHAIN_BROKEN'
  | 'BODY_MISSING'
  | 'BODY_CHANGED'
  | 'NOTHING_THERE'
  | 'CHECKPOINT_MISSING'
  | 'CHECKPOINT_INVALID'
  | 'CHECKPOINT_KEY_UNKNOWN'
  | 'CHECKPOINT_CONTRADICTED';

/** Where it is wrong. */
export interface Finding {
  readonly problem: Problem;
  /** Number of the entry; of missing ones the first; 0 where there is nothing at all. */
  readonly seq: number;
  /** Of missing ones the last. */
  readonly to?: number;
}

/** Withheld bodies whose numbers are told. */
const LISTED = 20;

/** Checks entries one after another; what comes before an entry must have been checked before it. */
export class ChainCheck {
  #seq = 0;
  #hash = GENESIS;
  #withheld = 0;
  readonly #firstWithheld: number[] = [];

  /** Number of the last entry so far. */
  get head(): number {
    return this.#seq;
  }

  /** Hash of the last entry so far. */
  get hash(): string {
    return this.#hash;
  }

  /** Entries whose body was withheld. */
  get withheld(): number {
    return this.#withheld;
  }

  /** Numbers of the first of them. */
  get firstWithheld(): readonly number[] {
    return this.#firstWithheld;
  }

  /**
   * Checks the next entry.
   *
   * @param entry - as it is stored
   * @returns what is wrong with it; nothing for a sound one
   */
  next(entry: ExportedEntry): readonly Finding[] {
    if (entry.seq <= this.#seq) return [{ problem: 'ENTRY_OUT_OF_ORDER', seq: entry.seq }];
    const findings: Finding[] = [];
    const follows = entry.seq === this.#seq + 1;
    if (!follows) findings.push({ problem: 'ENTRIES_MISSING', seq: this.#seq + 1, to: entry.seq - 1 });
    if (hashOf(entry) !== entry.hash) findings.push({ problem: 'ENTRY_CHANGED', seq: entry.seq });
    if (follows && entry.prevHash !== this.#hash) findings.push({ problem: 'CHAIN_BROKEN', seq: entry.seq });
    const ofBody = this.#checkBody(entry);
    if (ofBody !== undefined) findings.push({ problem: ofBody, seq: entry.seq });
    this.#seq = entry.seq;
    this.#hash = entry.hash;
    return findings;
  }

  #checkBody({ seq, body, salt, bodyDigest, event, withheld }: ExportedEntry): Problem | undefined {
    if (body === undefined || salt === undefined) {
      if (withheld === undefined) return 'BODY_MISSING';
      this.#withheld += 1;
      if (this.#withheld <= LISTED) this.#firstWithheld.push(seq);
      return undefined;
    }
    return digestOf(salt, body) === bodyDigest && body.event === event ? undefined : 'BODY_CHANGED';
  }
}

/** A time that is none has no hash that could be right. */
function hashOf({ seq, prevHash, time, bodyDigest }: ExportedEntry): string | undefined {
  const instant = new Date(time);
  return Number.isNaN(instant.getTime()) ? undefined : entryHashOf({ seq, prevHash, time: instant, bodyDigest });
}

function digestOf(...[salt, body]: Parameters<typeof bodyDigestOf>): string | undefined {
  try {
    return bodyDigestOf(salt, body);
  } catch {
    return undefined;
  }
}
