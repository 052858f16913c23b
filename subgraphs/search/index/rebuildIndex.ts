import { setTimeout as pause } from 'node:timers/promises';
import { buildGeneration, type OnProgress } from './buildGeneration.ts';
import { dropBuild, dropDead, leaveBehind, noteBuilt } from './builds.ts';
import type { FollowContext } from './FollowContext.ts';
import { makeCurrent, readStoredState, type IndexState } from './IndexState.ts';

/** Readers of the old generation are done by then: none knows it longer than a second, and none reads longer than some. */
const GRACE_MS = 10_000;

/**
 * Builds the index anew from the ledger, beside the one that is read, and switches to it in one step. Whoever follows meanwhile goes on
 * with the old one, and with the new one from where it ends.
 *
 * @param context - see {@link FollowContext}
 * @param onProgress - see {@link OnProgress}
 * @param graceMs - how long the old generation is kept for those who read it, in milliseconds
 */
export async function rebuildIndex(
  context: FollowContext,
  onProgress?: OnProgress,
  graceMs: number = GRACE_MS,
): Promise<void> {
  const { db } = context.database;
  await dropDead(db);
  const { old } = await switchIndex(context, Infinity, onProgress);
  if (old === undefined) return;
  await pause(graceMs);
  await dropBuild(db, old);
}

/** What became of a switch. */
export interface Switched {
  readonly state: IndexState;
  /** The generation that was read before; it is to be dropped when its readers are done. */
  readonly old: number | undefined;
}

/**
 * Builds the index beside the one that is read and has it read instead. The old one is dropped by `dropDead` after a while, should the
 * caller not do it.
 *
 * @param context - see {@link FollowContext}
 * @param upTo - the last entry that it takes in
 * @param onProgress - see {@link OnProgress}
 */
export async function switchIndex(context: FollowContext, upTo: number, onProgress?: OnProgress): Promise<Switched> {
  const { db } = context.database;
  const built = await buildGeneration(context, upTo, onProgress);
  const old = (await readStoredState(db))?.generation;
  const state = await makeCurrent(db, built);
  await noteBuilt(db, built.generation);
  if (old !== undefined) await leaveBehind(db, old, GRACE_MS);
  return { state, old };
}
