import type { Document } from 'mongodb';
import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { Duty, WorkContext } from '../../src/ledger/Follower.ts';
import { objections } from './collections/objections.ts';
import { repairs } from './collections/repairs.ts';
import { settleObjection } from './settleObjection.ts';
import { AWAITING_OWNER, settleRepair } from './settleRepair.ts';

/** How many of each kind are asked about in one run; the others wait for the next. */
const AT_ONCE = 200;

/** Asks owners again that did not answer when something was decided about their facts, so that no decision is lost. */
export const settleEffects: Duty = {
  name: 'settleEffects',
  everyMs: 2_000,
  async run(work) {
    await settleAll(work, repairs, { status: { $in: [...AWAITING_OWNER] } }, settleRepair);
    await settleAll(work, objections, { openEffects: { $exists: true } }, settleObjection);
  },
};

/** One that fails does not keep the others waiting. */
async function settleAll(
  work: WorkContext,
  collection: FactCollection,
  pending: Document,
  settle: (id: string, work: WorkContext) => Promise<void>,
): Promise<void> {
  const found = await work.database
    .facts(collection)
    .find({ ...pending, 'record.state': 'ACTIVE' }, { projection: { _id: 1 }, limit: AT_ONCE })
    .toArray();
  const failures: unknown[] = [];
  for (const { _id } of found) await settle(_id, work).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
