import { setTimeout as pause } from 'node:timers/promises';
import type { Collection, Db } from 'mongodb';
import { applyEntries } from './applyEntries.ts';
import type { FollowContext } from './catchUp.ts';
import { dropGeneration, generationOf, prepareGeneration } from './Generation.ts';
import { makeCurrent, nextGeneration, readState } from './IndexState.ts';
import { listRulesOf, listsVersionOf } from './listRulesOf.ts';

/** A generation that is being built, or was left behind. */
interface BuildDocument {
  /** Number of the generation. */
  readonly _id: number;
  readonly aliveAt: Date;
}

/** Entries that are applied together: the more, the fewer documents of postings are written again and again. */
const BATCH = 20_000;
/** A build that has said nothing for so long is dead. */
const DEAD_AFTER_MS = 300_000;
/** Readers of the old generation are done by then: none knows it longer than a second, and none reads longer than some. */
const GRACE_MS = 10_000;

/**
 * Builds the index anew from the ledger, beside the one that is read, and switches to it in one step. Whoever follows meanwhile goes on
 * with the old one, and with the new one from where it ends.
 *
 * @param context - see {@link FollowContext}
 * @param onProgress - told after each batch: the last entry that the new generation holds
 * @param graceMs - how long the old generation is kept for those who read it, in milliseconds
 */
export async function rebuildIndex(
  context: FollowContext,
  onProgress?: (seq: number) => void,
  graceMs: number = GRACE_MS,
): Promise<void> {
  const { db } = context.database;
  await dropDead(db);
  const number = await nextGeneration(db);
  const builds = buildsOf(db);
  const generation = generationOf(db, number);
  const rules = listRulesOf(context.departments);
  let seq = 0;
  for (;;) {
    await builds.updateOne({ _id: number }, { $currentDate: { aliveAt: true } }, { upsert: true });
    if (seq === 0) await prepareGeneration(generation);
    const entries = await context.ledger.after(seq, BATCH);
    const last = entries.at(-1);
    if (last === undefined) break;
    await applyEntries(generation, entries, rules);
    seq = last.seq;
    onProgress?.(seq);
  }
  const old = await readState(db);
  await makeCurrent(db, { generation: number, listsVersion: listsVersionOf(rules), seq });
  await builds.deleteOne({ _id: number });
  if (old !== null) await retire(db, old.generation, graceMs);
}

/** Should this process die before the end of the grace, the next build finds what is left. */
async function retire(db: Db, number: number, graceMs: number): Promise<void> {
  await buildsOf(db).updateOne({ _id: number }, { $set: { aliveAt: new Date(0) } }, { upsert: true });
  await pause(graceMs);
  await drop(db, number);
}

async function dropDead(db: Db): Promise<void> {
  const current = await readState(db);
  const dead = await buildsOf(db)
    .find({ aliveAt: { $lt: new Date(Date.now() - DEAD_AFTER_MS) } })
    .toArray();
  for (const { _id } of dead) if (_id !== current?.generation) await drop(db, _id);
}

async function drop(db: Db, number: number): Promise<void> {
  await dropGeneration(generationOf(db, number));
  await buildsOf(db).deleteOne({ _id: number });
}

function buildsOf(db: Db): Collection<BuildDocument> {
  return db.collection<BuildDocument>('index_builds');
}
