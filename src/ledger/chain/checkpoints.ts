import { onlyDuplicates } from '../../data/onlyDuplicates.ts';
import type { KeyPair } from '../../identity/keys.ts';
import { signStatement } from '../../identity/statements.ts';
import type { CheckpointDocument, EntryDocument, LedgerDatabase } from './LedgerDatabase.ts';

/** What a checkpoint states, as it is signed. */
export interface CheckpointStatement {
  readonly seq: number;
  readonly hash: string;
  /** When it was signed, ISO 8601. */
  readonly time: string;
}

/** A checkpoint stands at each entry whose number is a multiple of this. */
export const CHECKPOINT_EVERY = 1_000;

/** Type of the signed statement, in the header. */
export const CHECKPOINT_TYPE = 'ledger-checkpoint+jws';

/**
 * Signs checkpoints for all multiples of a thousand that have none yet behind the last checkpoint; and for the last entry, where that
 * is asked for. Several processes may do so at once.
 *
 * @param ledger - the ledger
 * @param key - its private key signs
 * @param now - the time of signing
 * @param withHead - whether the last entry gets a checkpoint as well
 * @returns numbers of the entries that were signed
 */
export async function signCheckpoints(
  ledger: LedgerDatabase,
  key: KeyPair,
  now: Date,
  withHead: boolean,
): Promise<readonly number[]> {
  const [last, head] = await Promise.all([
    ledger.checkpoints.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } }),
    ledger.entries.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } }),
  ]);
  const numbers = dueNumbers(last?._id ?? 0, head?._id ?? 0, withHead);
  if (numbers.length === 0) return [];
  const entries = await ledger.entries.find({ _id: { $in: numbers } }).toArray();
  const checkpoints = await Promise.all(entries.map((entry) => signed(entry, key, now)));
  await insertNew(ledger, checkpoints);
  return numbers;
}

function dueNumbers(last: number, head: number, withHead: boolean): number[] {
  const first = (Math.floor(last / CHECKPOINT_EVERY) + 1) * CHECKPOINT_EVERY;
  const numbers: number[] = [];
  for (let seq = first; seq <= head; seq += CHECKPOINT_EVERY) numbers.push(seq);
  if (withHead && head > Math.max(last, numbers.at(-1) ?? 0)) numbers.push(head);
  return numbers;
}

async function signed({ _id, hash }: EntryDocument, key: KeyPair, now: Date): Promise<CheckpointDocument> {
  const statement: CheckpointStatement = { seq: _id, hash, time: now.toISOString() };
  const jws = await signStatement(key, CHECKPOINT_TYPE, statement);
  return { _id, jws };
}

/** Another process may have signed the same entry; one signature is enough. */
async function insertNew({ checkpoints }: LedgerDatabase, signedOnes: readonly CheckpointDocument[]): Promise<void> {
  try {
    await checkpoints.insertMany(signedOnes, { ordered: false, writeConcern: { w: 'majority' } });
  } catch (error) {
    if (!onlyDuplicates(error)) throw error;
  }
}
