import type { PublicKey } from '../../identity/publicKeys.ts';
import { readStatement } from '../../identity/statements.ts';
import { GENESIS } from '../../ledger/chain/LedgerDatabase.ts';
import { AUDIT_CHECKPOINT_TYPE, jwsDigest, type AuditHead } from '../appendCheckpoint.ts';
import type { AuditCheckpoint, AuditCheckpointDocument } from '../AuditDatabase.ts';
import { retainedSince } from '../retention.ts';
import type { AuditFinding } from './Finding.ts';

/** What signed checkpoints say of one chain. */
export interface SignedChain {
  /** The last of them. */
  readonly last: AuditCheckpoint;
  /** The last of them that is older than records are kept: up to there, records may be gone. */
  readonly expired: AuditCheckpoint | undefined;
}

/** Checks the one sequence of checkpoints, one after another, and gathers what they say of each chain. */
export class CheckpointCheck {
  readonly #keys: readonly PublicKey[];
  readonly #since: string;
  readonly #chains = new Map<string, SignedChain>();
  #number = 0;
  #digest = GENESIS;

  /**
   * @param keys - that are trusted
   * @param now - the instant, from which it follows which records may be gone
   */
  constructor(keys: readonly PublicKey[], now: Date) {
    this.#keys = keys;
    this.#since = retainedSince(now).toISOString();
  }

  /** What was signed of each chain so far. */
  get chains(): ReadonlyMap<string, SignedChain> {
    return this.#chains;
  }

  /** Number of the last checkpoint so far. */
  get number(): number {
    return this.#number;
  }

  /**
   * Checks the next checkpoint.
   *
   * @param stored - as it is stored
   * @returns what is wrong with it; nothing for a sound one
   */
  async next(stored: AuditCheckpointDocument): Promise<readonly AuditFinding[]> {
    const { _id: number, chain, seq, time, jws } = stored;
    const findings: AuditFinding[] = [];
    if (number !== this.#number + 1) {
      findings.push({ problem: 'CHECKPOINTS_MISSING', number: this.#number + 1, to: number - 1 });
    }
    const read = await readStatement(jws, AUDIT_CHECKPOINT_TYPE, this.#keys);
    const stated = 'fault' in read ? undefined : (read.statement as AuditCheckpoint);
    if ('fault' in read) findings.push({ problem: `CHECKPOINT_${read.fault}`, number });
    else if (!saysSo(read.statement as AuditCheckpoint, { number, chain, seq, time: time.toISOString() })) {
      findings.push({ problem: 'CHECKPOINT_INVALID', number });
    } else if (findings.length === 0 && stated?.prev !== this.#digest) {
      findings.push({ problem: 'CHECKPOINT_BROKEN', number });
    }
    if (stated !== undefined) this.#note(stated);
    this.#number = number;
    this.#digest = jwsDigest(jws);
    return findings;
  }

  /**
   * Compares with an end that was kept elsewhere, once its checkpoint has been passed or all are.
   *
   * @param head - the end
   * @param stored - the checkpoint of its number, if there is one
   */
  static compare(head: AuditHead, stored: AuditCheckpointDocument | null): readonly AuditFinding[] {
    if (stored !== null && jwsDigest(stored.jws) === head.digest) return [];
    return [{ problem: 'END_MISSING', number: head.number }];
  }

  #note(stated: AuditCheckpoint): void {
    const known = this.#chains.get(stated.chain);
    const expired = stated.time < this.#since ? stated : known?.expired;
    this.#chains.set(stated.chain, { last: stated, expired });
  }
}

function saysSo(stated: AuditCheckpoint, place: Pick<AuditCheckpoint, 'number' | 'chain' | 'seq' | 'time'>): boolean {
  const isOfPlace = stated.number === place.number && stated.chain === place.chain;
  return isOfPlace && stated.seq === place.seq && stated.time === place.time;
}
