import type { BodyDocument, LedgerDatabase } from './LedgerDatabase.ts';

/** What became of a request to withhold. */
export interface Withholding {
  readonly outcome: 'WITHHELD' | 'WITHHELD_BEFORE' | 'UNKNOWN';
  /** Number of the next entry of the same fact, where its body was erased as well since it repeated what was replaced. */
  readonly next?: number;
}

/** An event that the ledger still knows its fact by: not one of facts that were taken out, whose bodies are gone with them. */
const EVENT = /^(?<fact>.+)@(?<revision>\d+)(?::[A-Z_]+)?$/;

/**
 * Erases the body of an entry and its salt for ever. The entry stays, so the chain still holds; its digest says nothing without the
 * salt. The next
 * revision of the same fact says what the values were that it replaced; its body is erased with it. Views that have followed the entry are not changed by this: what they show is decided by the fact itself.
 *
 * @param ledger - the ledger
 * @param seq - number of the entry
 * @param reason - why, kept beside the entry's number; must hold nothing of what is erased
 * @param now - the instant
 */
export async function withholdBody(
  ledger: LedgerDatabase,
  seq: number,
  reason: string,
  now: Date,
): Promise<Withholding> {
  const stored = await ledger.bodies.findOne({ _id: seq });
  if (stored === null) return { outcome: 'UNKNOWN' };
  // The next one first: where this is broken off it is found again by asking again.
  const next = await nextWithOld(ledger, stored);
  if (next !== undefined) await erase(ledger, next, reason, now);
  const outcome = (await erase(ledger, seq, reason, now)) ? 'WITHHELD' : 'WITHHELD_BEFORE';
  return next === undefined ? { outcome } : { outcome, next };
}

async function nextWithOld({ bodies }: LedgerDatabase, { _id, event }: BodyDocument): Promise<number | undefined> {
  const { fact, revision } = EVENT.exec(event)?.groups ?? {};
  if (fact === undefined) return undefined;
  const next = await bodies.findOne(
    {
      'body.fact': fact,
      _id: { $gt: _id },
      'body.revision': Number(revision) + 1,
      'body.old': { $exists: true, $ne: {} },
    },
    { sort: { _id: 1 }, projection: { _id: 1 } },
  );
  return next?._id;
}

/** Whether there was something to erase. */
async function erase({ bodies }: LedgerDatabase, seq: number, reason: string, now: Date): Promise<boolean> {
  const { matchedCount } = await bodies.updateOne(
    { _id: seq, withheld: { $exists: false } },
    { $set: { withheld: { reason, at: now } }, $unset: { body: 1, salt: 1, movedFrom: 1 } },
    { writeConcern: { w: 'majority' } },
  );
  return matchedCount === 1;
}
