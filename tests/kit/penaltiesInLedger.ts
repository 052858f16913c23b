import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Document } from 'mongodb';

/** What a department holds of its penalties, and what the ledger holds of them. */
export interface PenaltiesInLedger {
  readonly facts: readonly (Document & { readonly _id: string })[];
  /** Names of the revisions that are stored, sorted. */
  readonly stored: readonly string[];
  /** Names of the revisions that the ledger has entries for, sorted; each is there as often as it was entered. */
  readonly entered: readonly string[];
}

const PATIENCE_MS = 60_000;

/**
 * Reads them once nothing waits for the ledger any more. A write that was done by half shows as one that is in the one and not in the
 * other.
 *
 * @param disclosure - the department's database, in which each penalty has one revision
 * @param ledger - the ledger's
 * @throws Error where something still waits after a minute
 */
export async function penaltiesInLedger(disclosure: Db, ledger: Db): Promise<PenaltiesInLedger> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await disclosure.collection('outbox').countDocuments()) > 0) {
    if (Date.now() > deadline) throw new Error('The outbox was not drained.');
    await pause(100);
  }
  const facts = await disclosure.collection<Document & { readonly _id: string }>('penalties').find().toArray();
  const bodies = await ledger.collection('bodies').find({ 'body.collection': 'penalties' }).toArray();
  return {
    facts,
    stored: facts.map(({ _id }) => `${_id}@1`).toSorted(),
    entered: bodies.map(({ event }) => String(event)).toSorted(),
  };
}
