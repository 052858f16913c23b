import type { PublicKey } from '../../identity/publicKeys.ts';
import { statedBy, type AuditHead } from '../appendCheckpoint.ts';
import { operationDocument, recordId } from '../auditDigests.ts';
import type { AuditCheckpointDocument, AuditDatabase } from '../AuditDatabase.ts';
import { CheckpointCheck, type SignedChain } from './CheckpointCheck.ts';
import type { AuditFinding } from './Finding.ts';
import { RecordCheck } from './RecordCheck.ts';

/** What became of a check. */
export interface AuditVerification {
  readonly isSound: boolean;
  readonly records: number;
  readonly chains: number;
  readonly checkpoints: number;
  /** Records that were chained, but not signed yet: what is behind the last checkpoint of a chain could have been cut off unseen. */
  readonly unsigned: number;
  /** Chains that were not closed: their process runs, or was killed. */
  readonly open: number;
  /** The first findings. */
  readonly findings: readonly AuditFinding[];
  /** Number of all findings. */
  readonly faults: number;
}

/** How a log is checked. */
export interface AuditVerifying {
  /** Keys of the purpose `checkpoints` that are trusted. */
  readonly keys: readonly PublicKey[];
  readonly now: Date;
  /** The end of the sequence of checkpoints as it was kept elsewhere; without it nobody can tell that the end was cut off. */
  readonly head?: AuditHead | undefined;
  /** Told the number of records so far. */
  readonly onProgress?: (records: number) => void;
}

/** Findings that are listed. */
const LISTED = 100;
const PROGRESS_EVERY = 1_000;

/**
 * Checks a whole audit log: that no record, operation or checkpoint was changed, taken out or put elsewhere, and none of the chains is
 * missing. Gateways may write meanwhile.
 *
 * @param database - of the audit log
 * @param verifying - see {@link AuditVerifying}
 */
export async function verifyAudit(database: AuditDatabase, verifying: AuditVerifying): Promise<AuditVerification> {
  const check = new AuditCheck(database, verifying);
  await check.checkpoints();
  await check.records();
  await check.operations();
  return check.result();
}

class AuditCheck {
  readonly #database: AuditDatabase;
  readonly #verifying: AuditVerifying;
  readonly #signed: CheckpointCheck;
  readonly #findings: AuditFinding[] = [];
  readonly #named = new Set<string>();
  #faults = 0;
  #records = 0;
  #unsigned = 0;

  constructor(database: AuditDatabase, verifying: AuditVerifying) {
    this.#database = database;
    this.#verifying = verifying;
    this.#signed = new CheckpointCheck(verifying.keys, verifying.now);
  }

  async checkpoints(): Promise<void> {
    const { checkpoints } = this.#database;
    for await (const stored of checkpoints.find().sort({ _id: 1 })) this.#report(await this.#signed.next(stored));
    const { head } = this.#verifying;
    if (head === undefined) return;
    this.#report(CheckpointCheck.compare(head, await checkpoints.findOne({ _id: head.number })));
  }

  async records(): Promise<void> {
    const chains = new Set([...this.#signed.chains.keys(), ...(await this.#database.records.distinct('chain'))]);
    for (const chain of [...chains].toSorted()) await this.#chain(chain);
    // Ids decide in which order records are read: one whose id is of no chain, or of another, would not be read at all.
    const begin = { $concat: [{ $toString: '$chain' }, '.'] };
    const isStray = { $expr: { $ne: [{ $indexOfBytes: ['$_id', begin] }, 0] } };
    for await (const { chain, seq } of this.#database.records.find(isStray, { projection: { chain: 1, seq: 1 } })) {
      this.#report([{ problem: 'RECORD_OUT_OF_ORDER', chain, number: seq }]);
    }
  }

  async operations(): Promise<void> {
    for await (const stored of this.#database.operations.find()) {
      const isSound = operationDocument(stored)._id === stored._id;
      if (!isSound) this.#report([{ problem: 'OPERATION_CHANGED', operation: stored._id }]);
      this.#named.delete(stored._id);
    }
    this.#report([...this.#named].map((operation) => ({ problem: 'OPERATION_MISSING', operation })));
  }

  result(): AuditVerification {
    const { chains } = this.#signed;
    return {
      isSound: this.#faults === 0,
      records: this.#records,
      chains: chains.size,
      checkpoints: this.#signed.number,
      unsigned: this.#unsigned,
      open: [...chains.values()].filter(({ last }) => last.state !== 'CLOSED').length,
      findings: this.#findings,
      faults: this.#faults,
    };
  }

  async #chain(chain: string): Promise<void> {
    const signed = this.#signed.chains.get(chain);
    if (signed === undefined) await this.#newChain(chain);
    else await this.#signedChain(chain, signed);
  }

  /** A chain that was opened after the checkpoints were read has one by now. */
  async #newChain(chain: string): Promise<void> {
    const opened = await this.#database.checkpoints.findOne({ chain, _id: { $gt: this.#signed.number } });
    if (opened === null) this.#report([{ problem: 'CHAIN_UNKNOWN', chain }]);
    this.#records += await this.#database.records.countDocuments(rangeOf(chain));
  }

  async #signedChain(chain: string, signed: SignedChain): Promise<void> {
    const check = new RecordCheck(chain, signed);
    const { checkpoints, records } = this.#database;
    const isRead = { chain, _id: { $lte: this.#signed.number } };
    const stated = checkpoints.find(isRead).sort({ _id: 1 });
    try {
      let next = await stated.next();
      for await (const record of records.find(rangeOf(chain)).sort({ _id: 1 })) {
        this.#report(check.next(record));
        this.#named.add(record.operation);
        this.#records += 1;
        if (this.#records % PROGRESS_EVERY === 0) this.#verifying.onProgress?.(this.#records);
        for (; next !== null && next.seq <= check.seq; next = await stated.next()) {
          if (next.seq === check.seq) this.#report(check.checkpoint(contentOf(next)));
        }
      }
    } finally {
      await stated.close();
    }
    this.#report(check.end());
    this.#unsigned += Math.max(0, check.seq - signed.last.seq);
  }

  #report(findings: readonly AuditFinding[]): void {
    this.#faults += findings.length;
    for (const finding of findings) if (this.#findings.length < LISTED) this.#findings.push(finding);
  }
}

function rangeOf(chain: string): { readonly _id: { readonly $gte: string; readonly $lt: string } } {
  return { _id: { $gte: recordId(chain, 0), $lt: `${chain}/` } };
}

/** Its signature was checked before. */
function contentOf(stored: AuditCheckpointDocument): { readonly seq: number; readonly hash: string } {
  try {
    return statedBy(stored);
  } catch {
    return { seq: stored.seq, hash: '' };
  }
}
