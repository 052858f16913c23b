import { GENESIS } from '../../ledger/chain/LedgerDatabase.ts';
import type { AuditCheckpoint } from '../AuditDatabase.ts';
import { recordHashOf, recordId } from '../auditDigests.ts';
import type { RecordDocument } from '../AuditRecord.ts';
import type { SignedChain } from './CheckpointCheck.ts';
import type { AuditFinding } from './Finding.ts';

/** Checks the records of one chain, one after another. */
export class RecordCheck {
  readonly #chain: string;
  readonly #signed: SignedChain;
  #seq = 0;
  #hash: string | undefined = GENESIS;

  /**
   * @param chain - its id
   * @param signed - what checkpoints say of it
   */
  constructor(chain: string, signed: SignedChain) {
    this.#chain = chain;
    this.#signed = signed;
  }

  /** Number of the last record so far. */
  get seq(): number {
    return this.#seq;
  }

  /**
   * Checks the next record.
   *
   * @param record - as it is stored
   * @returns what is wrong with it; nothing for a sound one
   */
  next(record: RecordDocument): readonly AuditFinding[] {
    const { seq } = record;
    if (!Number.isInteger(seq) || record._id !== recordId(this.#chain, seq)) {
      return [{ problem: 'RECORD_OUT_OF_ORDER', chain: this.#chain, number: seq }];
    }
    const findings: AuditFinding[] = [...this.#gap(seq)];
    if (hashOf(record) !== record.hash) findings.push({ problem: 'RECORD_CHANGED', chain: this.#chain, number: seq });
    if (this.#hash !== undefined && record.prevHash !== this.#hash) {
      findings.push({ problem: 'CHAIN_BROKEN', chain: this.#chain, number: seq });
    }
    this.#seq = seq;
    this.#hash = record.hash;
    return findings;
  }

  /**
   * Compares a checkpoint with the record that it vouches for, which must be the last one so far.
   *
   * @param stated - signed
   */
  checkpoint({ seq, hash }: Pick<AuditCheckpoint, 'seq' | 'hash'>): readonly AuditFinding[] {
    if (seq === 0 || seq !== this.#seq || hash === this.#hash) return [];
    return [{ problem: 'CHECKPOINT_CONTRADICTED', chain: this.#chain, number: seq }];
  }

  /** What is missing at the end; where nothing is left that should be, the whole chain. */
  end(): readonly AuditFinding[] {
    const { last, expired } = this.#signed;
    const kept = Math.max(this.#seq, expired?.seq ?? 0);
    if (kept >= last.seq) return [];
    const problem = this.#seq === 0 && expired === undefined ? 'CHAIN_MISSING' : 'RECORDS_MISSING';
    return [{ problem, chain: this.#chain, number: kept + 1, to: last.seq }];
  }

  /** What is older than records are kept may be gone, up to a checkpoint, whose hash the next record must continue. */
  #gap(seq: number): readonly AuditFinding[] {
    if (seq === this.#seq + 1) return [];
    const { expired } = this.#signed;
    const first = Math.max(this.#seq, expired?.seq ?? 0) + 1;
    this.#hash = seq - 1 === expired?.seq ? expired.hash : undefined;
    return seq <= first ? [] : [{ problem: 'RECORDS_MISSING', chain: this.#chain, number: first, to: seq - 1 }];
  }
}

function hashOf({ _id, hash, ...content }: RecordDocument): string | undefined {
  try {
    return recordHashOf(content);
  } catch {
    return undefined;
  }
}
