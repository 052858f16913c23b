import type { PublicKey } from '../../identity/publicKeys.ts';
import { readStatement } from '../../identity/statements.ts';
import { CHECKPOINT_TYPE, type CheckpointStatement } from '../chain/checkpoints.ts';
import { ChainCheck, type Finding, type Problem } from './ChainCheck.ts';
import { DueCheckpoints } from './DueCheckpoints.ts';
import type { ExportedCheckpoint, ExportedEntry, ExportRecord } from './ExportRecord.ts';

/** What became of a check. */
export interface Verification {
  readonly isSound: boolean;
  /** Number of the last entry. */
  readonly head: number;
  readonly entries: number;
  /** Entries whose body was withheld; that is no fault, but what they said and the event they stand for can not be checked. */
  readonly withheld: number;
  /** Numbers of the first twenty of them. */
  readonly firstWithheld: readonly number[];
  /** Checkpoints whose signature and hash are right. */
  readonly checkpoints: number;
  /** The last entry that a right checkpoint vouches for; what is behind it could have been cut off or replaced unseen. */
  readonly signedUpTo: number;
  /** Entries behind that: chained, but not signed yet. */
  readonly unsigned: number;
  /** The first findings. */
  readonly findings: readonly Finding[];
  /** Number of all findings. */
  readonly faults: number;
}

/** How a ledger is checked. */
export interface Verifying {
  /** The keys that are trusted; those of the file itself unless given, which then prove no more than that it fits together. */
  readonly keys?: readonly PublicKey[] | undefined;
  /** The instant, where a database is checked that may grow meanwhile: its newest checkpoints may be on their way. */
  readonly liveAt?: Date;
  /** Told the number of entries so far. */
  readonly onProgress?: (entries: number) => void;
}

/** Findings that are listed; a broken chain would list each entry. */
const LISTED = 100;
const PROGRESS_EVERY = 1_000;

/**
 * Checks a whole ledger: that no entry was changed, taken out or put elsewhere, that bodies are those that were entered, and that the
 * signed checkpoints say the same. Needs nothing but what is handed over.
 *
 * @param records - keys, then entries in order, each with its checkpoint behind it
 * @param verifying - see {@link Verifying}
 */
export async function verifyLedger(
  records: AsyncIterable<ExportRecord>,
  { keys, liveAt, onProgress }: Verifying = {},
): Promise<Verification> {
  const state = new VerificationState(keys, liveAt);
  for await (const record of records) {
    state.countRecord();
    if ('keys' in record) state.offerKeys(record.keys);
    else if ('entry' in record) {
      const count = state.takeEntry(record.entry);
      if (count % PROGRESS_EVERY === 0) onProgress?.(count);
    } else await state.takeCheckpoint(record.checkpoint);
  }
  return state.result();
}

class VerificationState {
  readonly #trusted: readonly PublicKey[] | undefined;
  #keys: readonly PublicKey[];
  readonly #chain = new ChainCheck();
  readonly #due: DueCheckpoints;
  readonly #findings: Finding[] = [];
  #faults = 0;
  #records = 0;
  #entries = 0;
  #checkpoints = 0;
  #signedUpTo = 0;

  constructor(trusted: readonly PublicKey[] | undefined, liveAt: Date | undefined) {
    this.#due = new DueCheckpoints(liveAt);
    this.#trusted = trusted;
    this.#keys = trusted ?? [];
  }

  countRecord(): void {
    this.#records += 1;
  }

  offerKeys(keys: readonly PublicKey[]): void {
    if (this.#trusted === undefined) this.#keys = keys;
  }

  takeEntry(entry: ExportedEntry): number {
    this.#report(this.#chain.next(entry));
    this.#due.entry(entry.seq, entry.time);
    this.#entries += 1;
    return this.#entries;
  }

  async takeCheckpoint({ seq, jws }: ExportedCheckpoint): Promise<void> {
    this.#due.checkpoint(seq);
    const checked = await checkSignature(jws, this.#keys);
    const problem = typeof checked === 'string' ? checked : this.#contradiction(seq, checked);
    if (problem !== undefined) {
      this.#report([{ problem, seq }]);
      return;
    }
    this.#checkpoints += 1;
    this.#signedUpTo = Math.max(this.#signedUpTo, seq);
  }

  result(): Verification {
    const { head, withheld, firstWithheld } = this.#chain;
    // An exported ledger has its keys at least, also where it has no entry.
    if (this.#records === 0) this.#report([{ problem: 'NOTHING_THERE', seq: 0 }]);
    this.#report(this.#due.missing(head));
    return {
      isSound: this.#faults === 0,
      head,
      entries: this.#entries,
      withheld,
      firstWithheld,
      checkpoints: this.#checkpoints,
      signedUpTo: this.#signedUpTo,
      unsigned: Math.max(head - this.#signedUpTo, 0),
      findings: this.#findings,
      faults: this.#faults,
    };
  }

  /** Also an entry that is not there is a contradiction: what was signed cannot have been taken back. */
  #contradiction(seq: number, stated: CheckpointStatement): Problem | undefined {
    const { head, hash } = this.#chain;
    return stated.seq === seq && head === seq && hash === stated.hash ? undefined : 'CHECKPOINT_CONTRADICTED';
  }

  #report(findings: readonly Finding[]): void {
    this.#faults += findings.length;
    for (const finding of findings) if (this.#findings.length < LISTED) this.#findings.push(finding);
  }
}

async function checkSignature(jws: string, keys: readonly PublicKey[]): Promise<CheckpointStatement | Problem> {
  const read = await readStatement(jws, CHECKPOINT_TYPE, keys);
  return 'fault' in read ? `CHECKPOINT_${read.fault}` : (read.statement as CheckpointStatement);
}
