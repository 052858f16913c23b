import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import type { WorkContext } from '../../../src/ledger/Follower.ts';
import { applyEntries } from './applyEntries.ts';
import { generationOf, prepareGeneration } from './Generation.ts';
import { keepSeq, makeCurrent, nextGeneration, readState, type IndexState } from './IndexState.ts';
import { inTurn } from './inTurn.ts';
import { listRulesOf, listsVersionOf } from './listRulesOf.ts';

/** Entries that are read at once. */
const BATCH = 1_000;

/** What is followed with. */
export type FollowContext = Pick<WorkContext, 'database' | 'ledger' | 'departments'>;

/**
 * Brings the index that is read up to an entry of the ledger, whichever generation that is by now: one that was built elsewhere may end
 * before the entries that are at hand. The first time an index is made.
 *
 * @param context - see {@link FollowContext}
 * @param upTo - number of the entry
 * @param atHand - entries up to that one, in order, which need not be read again
 */
export function catchUp(context: FollowContext, upTo: number, atHand: readonly LedgerEntry[] = []): Promise<void> {
  const { db } = context.database;
  return inTurn(db, async () => {
    const state = (await readState(db)) ?? (await beginIndex(context));
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

async function beginIndex({ database: { db }, departments }: FollowContext): Promise<IndexState> {
  const generation = await nextGeneration(db);
  await prepareGeneration(generationOf(db, generation));
  const listsVersion = listsVersionOf(listRulesOf(departments));
  return makeCurrent(db, { generation, listsVersion, seq: 0 });
}

async function entriesBehind(
  { ledger }: FollowContext,
  seq: number,
  atHand: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  const first = atHand.find((entry) => entry.seq > seq);
  return first?.seq === seq + 1 ? atHand.filter((entry) => entry.seq > seq) : ledger.after(seq, BATCH);
}
