import type { Duty, Follower } from '../../../src/ledger/Follower.ts';
import { positionOf } from '../../../src/ledger/follow/followLedger.ts';
import { dropDead } from './builds.ts';
import { catchUp } from './catchUp.ts';
import { LAYOUT, readState } from './IndexState.ts';
import { listRulesOf, listsVersionOf } from './listRulesOf.ts';
import { rebuildIndex } from './rebuildIndex.ts';

const INDEX = { name: 'index', version: String(LAYOUT) } as const;

/** Keeps the index: what every registration says now, and who stands on lists, by the last entry of the ledger about it. */
export const indexFollower: Follower = {
  ...INDEX,
  apply: (entries, context) => catchUp(context, entries.at(-1)?.seq ?? 0, entries),
  holds: async ({ database }) => (await readState(database.db))?.seq ?? 0,
  rebuild: (context, onProgress) => rebuildIndex(context, onProgress),
};

/**
 * Sees that a generation that was built elsewhere follows as far as the one before it did, also where nothing new is written; that lists
 * that are defined otherwise by now are told anew; and that generations that nobody reads are dropped.
 */
export const renewIndex: Duty = {
  name: 'renew index',
  everyMs: 1_000,
  async run(context) {
    const { database, departments } = context;
    await dropDead(database.db);
    const state = await readState(database.db);
    if (state === null) return;
    if (state.listsVersion !== listsVersionOf(listRulesOf(departments))) await rebuildIndex(context);
    const position = await positionOf(database, INDEX);
    if (state.seq < position) await catchUp(context, position);
  },
};
