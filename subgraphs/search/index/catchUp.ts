import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import { applyEntries } from './applyEntries.ts';
import type { FollowContext } from './FollowContext.ts';
import { generationOf } from './Generation.ts';
import { keepSeq, readState, type IndexState } from './IndexState.ts';
import { inTurn } from './inTurn.ts';
import { listRulesOf } from './listRulesOf.ts';
import { switchIndex } from './rebuildIndex.ts';

/** Entries that are read at once. */
const BATCH = 1_000;
/** An index that so many entries are missing in, and more than it holds, is built anew: that takes less time. */
const FAR = 50_000;

/**
 * Brings the index that is read up to an entry of the ledger, whichever generation that is by now: one that was built elsewhere may end
 * before the entries that are at hand. The first time an index is built, and again where it stands far behind.
 *
 * @param context - see {@link FollowContext}
 * @param upTo - number of the entry
 * @param atHand - entries up to that one, in order, which need not be read again
 */
export function catchUp(context: FollowContext, upTo: number, atHand: readonly LedgerEntry[] = []): Promise<void> {
  const { db } = context.database;
  return inTurn(db, async () => {
    const state = await stateToFollow(context);
    const generation = generationOf(db, state.generation);
    const rules = listRulesOf(context.departments);
    let { seq } = state;
    while (seq < upTo) {
      const entries = await entriesBehind(context, seq, atHand);
      const last = entries.at(-1);
      if (last === undefined) break;
      await applyEntries(generation, entries, rules);
      await keepSeq(db, state.generation, last.seq);
      seq = last.seq;
    }
  });
}

/** What came into the ledger while an index was built is followed step by step, or in another build where it is very much. */
async function stateToFollow(context: FollowContext): Promise<IndexState> {
  const { database, ledger } = context;
  const state = await readState(database.db);
  const head = await ledger.head();
  const missing = head - (state?.seq ?? 0);
  if (state !== null && (missing < FAR || missing < state.seq)) return state;
  return (await switchIndex(context, head)).state;
}

async function entriesBehind(
  { ledger }: FollowContext,
  seq: number,
  atHand: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  const first = atHand.find((entry) => entry.seq > seq);
  return first?.seq === seq + 1 ? atHand.filter((entry) => entry.seq > seq) : ledger.after(seq, BATCH);
}
