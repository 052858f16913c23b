import type { Collection, Db } from 'mongodb';
import { dropGeneration, generationOf } from './Generation.ts';
import { readState } from './IndexState.ts';

/** A generation that is being built, or was left behind. */
interface BuildDocument {
  /** Number of the generation. */
  readonly _id: number;
  readonly aliveAt: Date;
}

/** A build that has said nothing for so long is dead. */
const DEAD_AFTER_MS = 60_000;

/**
 * Notes that a generation is being built.
 *
 * @param db - of the department
 * @param number - of the generation
 */
export async function noteAlive(db: Db, number: number): Promise<void> {
  await buildsOf(db).updateOne({ _id: number }, { $currentDate: { aliveAt: true } }, { upsert: true });
}

/**
 * Notes that a generation is complete.
 *
 * @param db - of the department
 * @param number - of the generation
 */
export async function noteBuilt(db: Db, number: number): Promise<void> {
  await buildsOf(db).deleteOne({ _id: number });
}

/**
 * Has a generation that is read no more be dropped after a while, by whoever looks then.
 *
 * @param db - of the department
 * @param number - of the generation
 * @param graceMs - until then it is kept for those who still read it
 */
export async function leaveBehind(db: Db, number: number, graceMs: number): Promise<void> {
  const aliveAt = new Date(Date.now() - DEAD_AFTER_MS + graceMs);
  await buildsOf(db).updateOne({ _id: number }, { $set: { aliveAt } }, { upsert: true });
}

/**
 * Drops what builds have left that died, and generations that nobody reads any more.
 *
 * @param db - of the department
 */
export async function dropDead(db: Db): Promise<void> {
  const dead = await buildsOf(db)
    .find({ aliveAt: { $lt: new Date(Date.now() - DEAD_AFTER_MS) } })
    .toArray();
  if (dead.length === 0) return;
  const current = await readState(db);
  for (const { _id } of dead) if (_id !== current?.generation) await dropBuild(db, _id);
}

/**
 * Drops a generation at once.
 *
 * @param db - of the department
 * @param number - of a generation that nobody reads
 */
export async function dropBuild(db: Db, number: number): Promise<void> {
  await dropGeneration(generationOf(db, number));
  await noteBuilt(db, number);
}

function buildsOf(db: Db): Collection<BuildDocument> {
  return db.collection<BuildDocument>('index_builds');
}
