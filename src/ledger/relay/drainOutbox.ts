import type { Logger } from '../../telemetry/logger.ts';
import { appendBodies } from '../chain/appendBodies.ts';
import type { LedgerDatabase } from '../chain/LedgerDatabase.ts';
import { composeEvents, type RelayedDepartment } from './composeEvents.ts';
import { forgetFacts } from './forgetFacts.ts';
import { readBatch } from './readBatch.ts';

/** How an outbox is drained. */
export interface Draining {
  readonly ledger: LedgerDatabase;
  readonly logger: Logger;
  /** Tells the time of the entries. */
  readonly clock: () => Date;
  /** Whether to go on with another batch: asked before each. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Told after each batch. */
  readonly onAppended?: () => void;
  /** Events that are moved together, 1,000 unless given. */
  readonly batchSize?: number;
}

const BATCH = 1_000;
/** What is erased from the ledger must not come back in its department. */
const MAJORITY = { readConcern: { level: 'majority' } } as const;

/**
 * Moves what lies in a department's outbox into the ledger until the outbox is empty: reads a batch in the order in which it was
 * written, appends it, deletes it. Broken off anywhere and started again it appends nothing twice.
 *
 * @param department - whose outbox
 * @param draining - see {@link Draining}
 * @returns number of events that left the outbox
 */
export async function drainOutbox(department: RelayedDepartment, draining: Draining): Promise<number> {
  const { ledger, logger, clock, mayGoOn, onAppended, batchSize = BATCH } = draining;
  const { outbox } = department.database;
  let moved = 0;
  while (await mayGoOn()) {
    const batch = await readBatch(department.database, batchSize);
    if (batch.length === 0) break;
    // Read behind the batch: what is in the batch of a fact that was removed and entered again means the fact as it is now.
    const removed = await outbox.find({ reason: 'REMOVED' }, MAJORITY).limit(batchSize).toArray();
    if (removed.length > 0) {
      await forgetFacts(ledger, removed, clock());
      await outbox.deleteMany({ _id: { $in: removed.map(({ _id }) => _id) } });
    }
    const events = batch.filter(({ reason }) => reason !== 'REMOVED');
    const { bodies, passed } = await composeEvents(department, events);
    if (passed.length > 0) logger.warn({ events: passed.length }, 'events whose revision is gone were passed over');
    await appendBodies(ledger, bodies, clock());
    await outbox.deleteMany({ _id: { $in: events.map(({ _id }) => _id) } });
    moved += events.length + removed.length;
    onAppended?.();
  }
  return moved;
}
