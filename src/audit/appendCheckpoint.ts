import { createHash } from 'node:crypto';
import { MongoServerError } from 'mongodb';
import type { KeyPair } from '../identity/keys.ts';
import { signStatement } from '../identity/statements.ts';
import { GENESIS } from '../ledger/chain/LedgerDatabase.ts';
import type { AuditCheckpoint, AuditCheckpointDocument, AuditDatabase } from './AuditDatabase.ts';

/** Type of the signed statement, in its header. */
export const AUDIT_CHECKPOINT_TYPE = 'audit-checkpoint+jws';

/** Where the sequence of all checkpoints ends. */
export interface AuditHead {
  /** Number of the last checkpoint. */
  readonly number: number;
  /** SHA-256 of it as it is signed, in hexadecimal. */
  readonly digest: string;
}

/** Attempts after which a checkpoint that keeps finding its number taken waits for its next turn. */
const MAX_ATTEMPTS = 50;
const DUPLICATE_KEY = 11000;

/**
 * Signs how far a chain has come, as the next statement in the one sequence of all chains: each names the one before it, so that
 * neither a checkpoint nor a chain can be taken out. Several processes may append at once; the one that comes second signs anew.
 *
 * @param database - of the audit log
 * @param key - its private key signs
 * @param stated - what is stated of the chain
 */
export async function appendCheckpoint(
  { checkpoints }: Pick<AuditDatabase, 'checkpoints'>,
  key: KeyPair,
  stated: Omit<AuditCheckpoint, 'number' | 'prev'>,
): Promise<AuditHead> {
  for (let attempt = 1; ; attempt += 1) {
    const last = await checkpoints.findOne({}, { sort: { _id: -1 } });
    const number = (last?._id ?? 0) + 1;
    const statement: AuditCheckpoint = { number, prev: last === null ? GENESIS : jwsDigest(last.jws), ...stated };
    const jws = await signStatement(key, AUDIT_CHECKPOINT_TYPE, statement);
    try {
      const { chain, seq } = stated;
      const time = new Date(stated.time);
      await checkpoints.insertOne({ _id: number, chain, seq, time, jws }, { writeConcern: { w: 'majority' } });
      return { number, digest: jwsDigest(jws) };
    } catch (error) {
      const isTaken = error instanceof MongoServerError && error.code === DUPLICATE_KEY;
      if (!isTaken || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/**
 * What a checkpoint states, its signature not being looked at.
 *
 * @param stored - as it is stored
 * @throws SyntaxError where it states nothing
 */
export function statedBy({ jws }: AuditCheckpointDocument): AuditCheckpoint {
  const [, payload = ''] = jws.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as AuditCheckpoint;
}

/**
 * The digest by which the next checkpoint names this one.
 *
 * @param jws - a signed checkpoint
 */
export function jwsDigest(jws: string): string {
  return createHash('sha256').update(jws).digest('hex');
}
