import type { LedgerDatabase } from './LedgerDatabase.ts';

/** What became of a request to withhold. */
export type Withholding = 'WITHHELD' | 'WITHHELD_BEFORE' | 'UNKNOWN';

/**
 * Erases the body of an entry and its salt for ever. The entry stays, so the chain still holds; its digest says nothing without the
 * salt. Views that have followed the entry are not changed by this: what they show is decided by the fact itself.
 *
 * @param ledger - the ledger
 * @param seq - number of the entry
 * @param reason - why, kept beside the entry's number; must hold nothing of what is erased
 * @param now - the instant
 */
export async function withholdBody(
  { bodies }: LedgerDatabase,
  seq: number,
  reason: string,
  now: Date,
): Promise<Withholding> {
  const { matchedCount } = await bodies.updateOne(
    { _id: seq, withheld: { $exists: false } },
    { $set: { withheld: { reason, at: now } }, $unset: { body: 1, salt: 1, movedFrom: 1 } },
    { writeConcern: { w: 'majority' } },
  );
  if (matchedCount === 1) return 'WITHHELD';
  return (await bodies.findOne({ _id: seq }, { projection: { _id: 1 } })) === null ? 'UNKNOWN' : 'WITHHELD_BEFORE';
}
