import type { Collection, Db } from 'mongodb';

/** Which generation of the index is read, and how far it has come. */
export interface IndexState {
  readonly _id: typeof CURRENT;
  readonly generation: number;
  /** What is held of each enterprise; another version of this program may hold other things. */
  readonly layout: number;
  /** The list rules that its listings were told by. */
  readonly listsVersion: string;
  /** The last entry of the ledger that it holds. */
  readonly seq: number;
}

const CURRENT = 'current';

/** Raised where what the index holds of a registration changes, names and sounds included. */
export const LAYOUT = 3;

/**
 * Reads the state of the index.
 *
 * @param db - of the department
 * @returns null before the first entry was followed, and where another version of the program left the index
 */
export function readState(db: Db): Promise<IndexState | null> {
  return statesOf(db).findOne({ _id: CURRENT, layout: LAYOUT });
}

/**
 * Reads the state of the index also where another version of the program left it, which can only be replaced.
 *
 * @param db - of the department
 */
export function readStoredState(db: Db): Promise<IndexState | null> {
  return statesOf(db).findOne({ _id: CURRENT });
}

/**
 * Has a generation read from now on, in one step.
 *
 * @param db - of the department
 * @param state - of the generation
 * @returns the whole state
 */
export async function makeCurrent(db: Db, state: Omit<IndexState, '_id' | 'layout'>): Promise<IndexState> {
  const whole = { ...state, layout: LAYOUT };
  await statesOf(db).replaceOne({ _id: CURRENT }, whole, { upsert: true });
  return { _id: CURRENT, ...whole };
}

/**
 * Notes how far a generation has come; where another one is read meanwhile, nothing is noted.
 *
 * @param db - of the department
 * @param generation - its number
 * @param seq - the last entry that it holds
 */
export async function keepSeq(db: Db, generation: number, seq: number): Promise<void> {
  await statesOf(db).updateOne({ _id: CURRENT, generation }, { $set: { seq } });
}

/**
 * Gives a number that no generation has had.
 *
 * @param db - of the department
 */
export async function nextGeneration(db: Db): Promise<number> {
  const counters = db.collection<{ readonly _id: string; readonly last: number }>('index_counter');
  const counter = await counters.findOneAndUpdate(
    { _id: 'generation' },
    { $inc: { last: 1 } },
    { upsert: true, returnDocument: 'after' },
  );
  return counter?.last ?? 1;
}

function statesOf(db: Db): Collection<IndexState> {
  return db.collection<IndexState>('index_state');
}
