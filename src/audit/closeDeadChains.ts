import type { KeyPair } from '../identity/keys.ts';
import { GENESIS } from '../ledger/chain/LedgerDatabase.ts';
import { appendCheckpoint, statedBy, type AuditHead } from './appendCheckpoint.ts';
import type { AuditDatabase } from './AuditDatabase.ts';
import { recordHashOf, recordId } from './auditDigests.ts';
import type { ChainPlace } from './RecordChain.ts';

/** Who closes chains, and when one counts as dead. */
export interface Closing {
  readonly key: KeyPair;
  readonly now: Date;
  /** How long a process must not have been heard of, in milliseconds, by the clock of the database. */
  readonly deadAfterMs: number;
}

/**
 * Says that the process of a chain lives.
 *
 * @param database - of the audit log
 * @param chain - its id
 */
export async function noteAlive({ chains }: AuditDatabase, chain: string): Promise<void> {
  await chains.updateOne({ _id: chain }, [{ $set: { seenAt: '$$NOW' } }], { upsert: true });
}

/**
 * Signs the ends of chains whose processes were killed, so that nothing of what they wrote stays unsigned. What was written behind the last
 * checkpoint of a chain is checked first: only what continues it is vouched for.
 *
 * Several processes may do this at once: each claims a chain before it signs. If the claimant dies, another comes after it.
 *
 * @param database - of the audit log
 * @param closing - see {@link Closing}
 * @returns the end of the sequence of checkpoints; undefined where no chain was closed
 */
export async function closeDeadChains(database: AuditDatabase, closing: Closing): Promise<AuditHead | undefined> {
  const { chains } = database;
  let head: AuditHead | undefined;
  for (;;) {
    const isDead = { $expr: { $lt: ['$seenAt', { $subtract: ['$$NOW', closing.deadAfterMs] }] } };
    const claimed = await chains.findOneAndUpdate(isDead, [{ $set: { seenAt: '$$NOW' } }], {
      writeConcern: { w: 'majority' },
    });
    if (claimed === null) return head;
    head = (await closeChain(database, claimed._id, closing)) ?? head;
    await chains.deleteOne({ _id: claimed._id });
  }
}

async function closeChain(
  database: AuditDatabase,
  chain: string,
  { key, now }: Closing,
): Promise<AuditHead | undefined> {
  const last = await database.checkpoints.findOne({ chain }, { sort: { _id: -1 } });
  // It was killed before it had opened its chain.
  if (last === null) return undefined;
  const stated = statedBy(last);
  if (stated.state === 'CLOSED') return undefined;
  const { seq, hash } = await endOf(database, chain, stated);
  return appendCheckpoint(database, key, { chain, seq, hash, state: 'CLOSED', time: now.toISOString() });
}

/** Where the records that continue a chain end. */
async function endOf({ records }: AuditDatabase, chain: string, signed: ChainPlace): Promise<ChainPlace> {
  let place: ChainPlace = signed.seq === 0 ? { seq: 0, hash: GENESIS } : signed;
  const behind = { _id: { $gt: recordId(chain, signed.seq), $lt: `${chain}/` } };
  for await (const { _id, hash, ...content } of records.find(behind).sort({ _id: 1 })) {
    const continues = content.seq === place.seq + 1 && content.prevHash === place.hash;
    if (!continues || _id !== recordId(chain, content.seq) || recordHashOf(content) !== hash) break;
    place = { seq: content.seq, hash };
  }
  return place;
}
