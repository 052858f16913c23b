import type { DepartmentDatabase } from '../../data/DepartmentDatabase.ts';
import type { Follower, WorkContext } from '../Follower.ts';

/** How far a follower has come; `_id` is its name. */
export interface PositionDocument {
  readonly _id: string;
  /** The last entry that it has applied. */
  readonly seq: number;
  readonly version: string;
}

/** How a follower is led. */
export interface Following {
  readonly context: () => WorkContext;
  /** Whether to go on with another batch: asked before each. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Entries that are applied together, 1,000 unless given. */
  readonly batchSize?: number;
}

const BATCH = 1_000;
const POSITIONS = 'positions';

/**
 * Tells how far a department's follower has come with its present version.
 *
 * @param database - of the department
 * @param follower - name and version
 * @returns the last entry that it has applied; 0 where it begins anew
 */
export async function positionOf(
  database: DepartmentDatabase,
  { name, version }: Pick<Follower, 'name' | 'version'>,
): Promise<number> {
  const found = await database.db.collection<PositionDocument>(POSITIONS).findOne({ _id: name, version });
  return found?.seq ?? 0;
}

/**
 * Gives a follower all entries that it has not applied yet, and remembers after each batch how far it came. Where it dies in
 * between it gets the batch again. A follower that stands behind another is given no entry that the other has not applied.
 *
 * @param follower - of the department of the context
 * @param following - see {@link Following}
 * @returns number of entries that were applied
 */
export async function followLedger(
  follower: Follower,
  { context, mayGoOn, batchSize = BATCH }: Following,
): Promise<number> {
  const { database, ledger } = context();
  let position = await positionOf(database, follower);
  let applied = 0;
  while (await mayGoOn()) {
    // Asked before the entries are read: the one in front may go on meanwhile, and does no harm by it.
    const front = await frontOf(database, follower);
    const entries = (await ledger.after(position, batchSize)).filter(({ seq }) => seq <= front);
    const last = entries.at(-1);
    if (last === undefined) break;
    await follower.apply(entries, context());
    position = Math.max(last.seq, (await follower.holds?.(context())) ?? 0);
    await keepPosition(database, follower, position);
    applied += entries.length;
  }
  return applied;
}

/** The last entry that a follower may be given. */
async function frontOf(database: DepartmentDatabase, { behind }: Follower): Promise<number> {
  return behind === undefined ? Infinity : positionOf(database, behind);
}

/** Another version begins again, so its lower number replaces the higher one. */
async function keepPosition(database: DepartmentDatabase, { name, version }: Follower, seq: number): Promise<void> {
  const positions = database.db.collection<PositionDocument>(POSITIONS);
  await positions.updateOne({ _id: name }, { $set: { seq, version } }, { upsert: true });
}
